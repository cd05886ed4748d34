import type { Layout, Place, Wiring } from "../../layout.ts";

const option = "{namespace}.{name}";

const imports = (file: string, element: string) => ({ kind: "element", file, list: "imports", element }) as const;

/** Where each kind of thing lives in a repository of this preset. */
export const layout: Layout = {
  parts: {
    host: {
      path: "hosts/{name}/default.nix",
      wiring: [{ kind: "attribute", file: "fleet.nix", set: "hosts", value: "" }],
    },
    hardware: {
      path: "hosts/{host}/hardware.nix",
      wiring: [imports("hosts/{host}/default.nix", "./hardware.nix")],
    },
    disk: { path: "hosts/{host}/disk.nix", wiring: [imports("hosts/{host}/default.nix", "./disk.nix")] },
    module: [
      moduleOf("nixos"),
      moduleOf("darwin"),
      moduleOf("home"),
      {
        platform: "common",
        path: "common/{name}.nix",
        option,
        wiring: [imports("common/default.nix", "./{name}.nix")],
      },
    ],
    profile: byPlatform("profiles", "{namespace}.profiles.{name}", () => [
      row("profiles", "profile", "{cell} | nothing yet"),
    ]),
    role: byPlatform("roles", "{namespace}.roles.{name}", (platform) => [
      { kind: "element", file: "roles/default.nix", list: platform, element: '"{name}"' },
      row("roles", "role", "{cell} | nothing yet | nothing yet"),
    ]),
    service: {
      platform: "nixos",
      path: "modules/nixos/services/{name}.nix",
      wiring: [imports("modules/nixos/services/default.nix", "./{name}.nix")],
    },
    package: {
      path: "packages/{name}/default.nix",
      wiring: [
        {
          kind: "attribute",
          file: "overlays/default.nix",
          set: "",
          value: "final.callPackage ../packages/{name} { }",
        },
        { kind: "attribute", file: "packages/default.nix", set: "", value: "pkgs.callPackage ./{name} { }" },
      ],
    },
    overlay: {
      path: "overlays/{name}.nix",
      wiring: [
        {
          kind: "attribute",
          file: "flake.nix",
          set: "outputs",
          attribute: "overlays.{name}",
          value: "import ./overlays/{name}.nix",
        },
        {
          kind: "element",
          file: "common/fleet/default.nix",
          list: "nixpkgs.overlays",
          element: "(import ../../overlays/{name}.nix)",
        },
        { kind: "element", file: "lib/build.nix", list: "overlays", element: "(import ../overlays/{name}.nix)" },
      ],
    },
    shell: {
      path: "shells/{name}.nix",
      wiring: [{ kind: "attribute", file: "shells/default.nix", set: "", value: "pkgs.callPackage ./{name}.nix { }" }],
    },
    secret: { path: "secrets/{category}/{name}.yaml", wiring: [{ kind: "sops-rule", file: ".sops.yaml" }] },
    user: {
      path: "users/{name}/home.nix",
      wiring: [{ kind: "attribute", file: "users/default.nix", set: "", value: "" }],
    },
    home: { path: "users/{name}/home.nix", wiring: [] },
    template: {
      path: "templates/{name}/flake.nix",
      wiring: [
        {
          kind: "attribute",
          file: "templates/default.nix",
          set: "",
          value: "{ path = ./{name}; description = {quoted}; }",
        },
      ],
    },
    test: {
      path: "tests/{name}.nix",
      wiring: [{ kind: "attribute", file: "tests/default.nix", set: "", value: "" }],
    },
  },
};

function moduleOf(platform: "nixos" | "darwin" | "home"): Place {
  return {
    platform,
    path: `modules/${platform}/{name}.nix`,
    option,
    wiring: [
      imports(`modules/${platform}/default.nix`, "./{name}.nix"),
      row(`modules/${platform}`, "module", "`{name}` | {sentence}"),
    ],
  };
}

/** A role or a profile has a file for each platform that it is for. */
function byPlatform(folder: string, own: string, more: (platform: string) => readonly Wiring[]): Place[] {
  return (["nixos", "darwin", "home"] as const).map((platform) => ({
    platform,
    path: `${folder}/{name}/${platform}.nix`,
    option: own,
    wiring: [imports(`${folder}/${platform}.nix`, `./{name}/${platform}.nix`), ...more(platform)],
  }));
}

/** The tests insist on a line for each. */
function row(folder: string, header: string, rest: string): Wiring {
  return { kind: "row", file: `${folder}/README.md`, header, row: `| \`{name}\` | ${rest} |` };
}
