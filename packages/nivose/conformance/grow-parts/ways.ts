/** Every way to add a part, and how to see that it is there. */

import type { FleetKind } from "./fleet.ts";

export interface Way {
  readonly kind: string;
  readonly name: string;
  /** After the name, to add it. */
  readonly flags: readonly string[];
  /** After the name, to remove it. */
  readonly removeFlags: readonly string[];
  /** Of which kind the host has to be that it is put on, or that has to have it. */
  readonly on?: FleetKind;
  /** Of which kind it is, if it is a host. */
  readonly of?: FleetKind;
}

/** What only somebody knows who has the machine, or is the person: without it, `check` tells that it is missing. */
const given = {
  nixos: ["--age", "age1aufmcu6hvpcf3uvt2ja7u3jxwg5qgx7zdukknqnux3gvyhn2zupqe0697t"],
  darwin: ["--age", "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"],
  home: [],
  user: ["--ssh-key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICn/AmXbEfWNTYAH0JUSRhDn/kGMPUDC0OiatqQTG1br zoe"],
} as const;

export const hosts: readonly Way[] = (["nixos", "darwin", "home"] as const).map((kind) => ({
  ...way("host", `nova-${kind}`, ["--kind", kind, ...given[kind]]),
  of: kind,
}));

export const parts: readonly Way[] = [
  ...(["nixos", "darwin", "home", "common"] as const).map((platform) => ({
    ...way("module", `zebra-${platform}`, ["--platform", platform], ["--platform", platform]),
    on: platform === "darwin" ? ("darwin" as const) : ("nixos" as const),
  })),
  { ...way("profile", "zebra-profile"), on: "nixos" },
  { ...way("role", "zebra-role"), on: "nixos" },
  ...["plain", "python", "node", "go", "rust"].map((language) =>
    way("package", `zebra-${language}`, ["--language", language]),
  ),
  way("overlay", "zebra-overlay"),
  way("shell", "zebra-shell"),
  way("template", "zebra-template"),
  way("flake", "zebra"),
];

/** What is put on a host. */
export function onHosts(names: ReadonlyMap<FleetKind, string>, service: string): readonly Way[] {
  const nixos = names.get("nixos");
  const accounts = [...names].filter(([kind]) => kind !== "home").flatMap(([, name]) => ["--on", name]);
  return nixos === undefined
    ? []
    : [
        { ...way("user", "zoe", [...accounts, ...given.user]), on: "nixos" },
        { ...way("service", service, ["--on", nixos], ["--on", nixos]), on: "nixos" },
      ];
}

export function titleOf({ kind, flags }: Way): string {
  const said = flags.filter(
    (flag, at) => ![flag, flags[at - 1]].some((each) => each === "--age" || each === "--ssh-key"),
  );
  return [kind, ...said].join(" ");
}

export interface Asked {
  readonly ofHost: boolean;
  readonly attribute: string;
}

/** What a host or its flake has to have of it: one of these. `{user}` is somebody who has an account on the host. */
export function attributesOf(
  { kind, name, flags }: Way,
  option: string | undefined,
  isReal: boolean,
): readonly Asked[] {
  switch (kind) {
    case "package":
      return [ofFlake(`packages.x86_64-linux.${name}.drvPath`)];
    case "shell":
      return [ofFlake(`devShells.x86_64-linux.${name}.drvPath`)];
    case "overlay":
      return [ofFlake(`overlays.${name}`)];
    case "template":
      return [ofFlake(`templates.${name}.description`)];
    case "user":
      return [{ ofHost: true, attribute: `config.users.users.${name}.name` }];
    case "service":
      // paper has the options of NixOS, and not the units that come of them
      return [
        {
          ofHost: true,
          attribute: isReal
            ? `config.systemd.services.${name}.serviceConfig.ExecStart`
            : `config.services.${name}.enable`,
        },
      ];
    case "profile":
      // of homes as well
      return [...ofModule(name, "nixos", option), ofFlake(`homeModules.${name}`)];
    default:
      return ofModule(name, platformOf(flags), option);
  }
}

/** A repository of modules for others imports none of them, and offers them. */
function ofModule(name: string, platform: string, option: string | undefined): readonly Asked[] {
  const below = platform === "home" ? "home-manager.users.{user}." : "";
  const offered = ofFlake(`${platform}Modules.${name}`);
  return option === undefined ? [offered] : [{ ofHost: true, attribute: `config.${below}${option}.enable` }, offered];
}

function platformOf(flags: readonly string[]): string {
  const at = flags.indexOf("--platform");
  return at === -1 ? "nixos" : flags[at + 1]!;
}

function ofFlake(attribute: string): Asked {
  return { ofHost: false, attribute };
}

function way(kind: string, name: string, flags: readonly string[] = [], removeFlags: readonly string[] = []): Way {
  return { kind, name, flags, removeFlags };
}
