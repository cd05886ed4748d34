import founding from "../../../presets/homelab/fleet.json" with { type: "json" };
import { nixString } from "../nix.ts";
import { inputsText } from "../lock/inputs-text.ts";
import { ciFiles } from "../parts/ci.ts";
import { diskLayouts, hardwareChoices } from "../parts/hardware.ts";
import { inventoryText, systemsOf } from "../parts/inventory.ts";
import { formatterOf, shellFiles, shellNames } from "../parts/shells.ts";
import type { Drawing, FlakeInput, Preset } from "../preset.ts";
import type { Fleet, FleetSpec } from "../spec/fleet-spec.ts";
import type { Templates } from "../template.ts";
import { documents } from "./homelab/documents.ts";
import { homeStateVersionOf, hostFiles, userFiles } from "./homelab/hosts.ts";
import { layout } from "./homelab/layout.ts";
import { readBack } from "./homelab/read-back.ts";
import { secretFiles } from "./homelab/secrets.ts";
import { services } from "./homelab/services.ts";
import { presetBriefs } from "./names.ts";

export const homelab: Preset = {
  name: "homelab",
  brief: presetBriefs["homelab"],
  founding: founding as FleetSpec,
  choices: {
    kinds: ["nixos", "darwin"],
    hardware: hardwareChoices(["intel", "amd", "bios", "virtual", "parallels", "raspberry-pi", "mac"]),
    disks: diskLayouts,
    roles: ["server", "development", "edge", "bootstrap"],
    profiles: [],
    services,
    shells: shellNames,
    deployments: ["scripts", "none"],
  },
  layout,
  draw,
  readBack,
  takesOwn: ["role", "service"],
};

function draw(fleet: Fleet, templates: Templates): Drawing {
  const { namespace, release, hosts } = fleet;
  const inputs = inputsOf(fleet);
  const hasSecrets = fleet.secrets !== undefined;
  const deploys = fleet.deployment !== "none";
  const values = {
    name: fleet.name,
    namespace,
    description: nixString(fleet.description === "" ? `The machines of ${fleet.name}` : fleet.description),
    inputs: inputsText(inputs, release),
    formatter: formatterOf(release),
    // options that have other names since
    isOld: release < "25.05",
    secrets: hasSecrets,
    deploys,
    homeStateVersion: homeStateVersionOf(fleet),
    darwinStateVersion: release < "25.05" ? "5" : "6",
  };
  const keeps = (path: string): boolean =>
    (hasSecrets || !/(?:^|\/)(?:secrets[^/]*|backup-keys\.sh)$/u.test(path)) &&
    (deploys || !/^scripts\/(?:deploy|rollback)\.sh$/u.test(path));
  return {
    files: [
      ...templates.all("files", values, keeps),
      {
        path: "fleet.nix",
        text: inventoryText(hosts, ({ hardware, roles, services: own }) => ({ hardware, roles, services: own })),
      },
      ...userFiles(fleet, templates),
      ...hosts.flatMap((host) => hostFiles(host, fleet, templates)),
      ...shellFiles(fleet, "shells", templates),
      ...newMachineFiles(templates),
      ...ciFiles(fleet, hosts.length === 0 ? ["x86_64-linux"] : systemsOf(fleet), templates),
      ...documents(fleet, templates, values),
    ],
    flakes: [{ folder: "", inputs }],
    secrets: hasSecrets ? secretFiles(fleet) : [],
    notes: notesOf(fleet),
    next: [
      { command: "git commit --all --message 'Begin the home lab'", does: "a flake reads what Git knows" },
      { command: "nix flake check --no-build --all-systems", does: "evaluates every host" },
      deploys
        ? { command: "nix run .#deploy -- --dry-run", does: "builds them, wave by wave" }
        : { command: "nix develop", does: "has the tools for this repository" },
    ],
  };
}

function inputsOf({ secrets }: Fleet): FlakeInput[] {
  const follows = { nixpkgs: "nixpkgs" };
  return [
    { kind: "pinned", name: "nixpkgs" },
    { kind: "pinned", name: "nix-darwin", follows },
    { kind: "pinned", name: "home-manager", follows },
    { kind: "pinned", name: "disko", follows },
    ...(secrets === undefined ? [] : [{ kind: "pinned", name: "sops-nix", follows } as const]),
  ];
}

/** What templates/nixos has besides its own file: a PC, whose disk is taken as a whole. */
function newMachineFiles(templates: Templates) {
  return [
    {
      path: "templates/nixos/hardware.nix",
      text: templates.fill("shared/hardware/intel.nix", { system: "x86_64-linux" }),
    },
    {
      path: "templates/nixos/disk.nix",
      text: templates.fill("shared/disks/ext4.nix", { device: nixString("/dev/nvme0n1"), bios: false }),
    },
  ];
}

function notesOf({ hosts, secrets }: Fleet): string[] {
  const keyless = secrets === undefined ? [] : hosts.filter(({ age }) => age === undefined);
  if (keyless.length === 0) return [];
  const names = keyless.map(({ name }) => name).join(", ");
  return [
    `No secret can be read yet on ${names}: docs/secrets.md tells how a host gets its key, before it is installed.`,
  ];
}
