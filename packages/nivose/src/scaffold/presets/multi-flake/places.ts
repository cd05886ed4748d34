/** Where things are, and which flake a host belongs to. */

import type { Layout, Wiring } from "../../layout.ts";
import type { Host } from "../../spec/fleet-spec.ts";

const inventory: Wiring = { kind: "attribute", file: "deployment/fleet.nix", set: "hosts", value: "{ }" };

export const multiFlakeLayout: Layout = {
  parts: {
    host: {
      path: "minimal-systems/hosts/{name}/default.nix",
      wiring: [{ kind: "by-folder", file: "minimal-systems/flake.nix" }, inventory],
    },
    hardware: { path: "minimal-systems/hosts/{host}/hardware.nix", wiring: [] },
    disk: { path: "minimal-systems/hosts/{host}/disk.nix", wiring: [] },
    home: {
      path: "user-environments/homes.nix",
      wiring: [{ kind: "attribute", file: "user-environments/homes.nix", set: "", value: "{ }" }, inventory],
    },
    module: {
      platform: "nixos",
      path: "shared-modules/modules/{name}/default.nix",
      option: "{namespace}.{name}",
      wiring: [
        { kind: "attribute", file: "shared-modules/flake.nix", set: "modules", value: "./modules/{name}" },
        {
          kind: "attribute",
          file: "shared-modules/checks.nix",
          set: "",
          attribute: "{name}.{name}.enable",
          value: "true",
        },
      ],
    },
    service: {
      platform: "nixos",
      path: "services/modules/{name}/default.nix",
      wiring: [{ kind: "attribute", file: "services/flake.nix", set: "modules", value: "./modules/{name}" }],
    },
    profile: {
      platform: "home",
      path: "user-environments/profiles/{name}/default.nix",
      wiring: [
        { kind: "attribute", file: "user-environments/flake.nix", set: "homeModules", value: "./profiles/{name}" },
      ],
    },
    user: {
      path: "user-environments/users/{name}.nix",
      wiring: [
        { kind: "by-folder", file: "user-environments/flake.nix" },
        { kind: "attribute", file: "shared-modules/modules/base-system/people.nix", set: "", value: "{ }" },
      ],
    },
    package: {
      path: "packages/pkgs/{name}/default.nix",
      wiring: [{ kind: "by-folder", file: "packages/flake.nix" }],
    },
    overlay: {
      path: "packages/overlays/{name}.nix",
      wiring: [
        {
          kind: "attribute",
          file: "packages/flake.nix",
          set: "outputs.overlays",
          value: "import ./overlays/{name}.nix",
        },
      ],
    },
    shell: {
      path: "development/shells/{name}.nix",
      wiring: [{ kind: "by-folder", file: "development/flake.nix" }],
    },
    secret: { path: "secrets/hosts/{host}.yaml", wiring: [{ kind: "sops-rule", file: ".sops.yaml" }] },
    template: {
      path: "development/templates/{name}/flake.nix",
      wiring: [
        {
          kind: "attribute",
          file: "development/flake.nix",
          set: "outputs",
          attribute: "templates.{name}",
          value: "{ path = ./templates/{name}; description = {quoted}; }",
        },
      ],
    },
    flake: {
      path: "{name}/flake.nix",
      wiring: [
        { kind: "attribute", file: "deployment/graph.nix", set: "planned", value: "{inputs}" },
        { kind: "word", file: "deployment/scripts/update-locks", loop: "for flake in ", word: "{name}" },
        { kind: "row", file: "README.md", header: "flake", row: "| `{name}` | {cell} | |" },
        { kind: "line", file: "docs/architecture.md", below: "```", line: "{edges}" },
        {
          kind: "line",
          file: ".github/workflows/check.yml",
          below: "        flake:",
          line: "          - {name}",
          isOptional: true,
        },
        {
          kind: "word",
          file: ".forgejo/workflows/check.yml",
          loop: "for flake in shared-modules ",
          word: "{name}",
          isOptional: true,
        },
      ],
    },
    test: { path: "services/tests/{name}.nix", wiring: [] },
  },
};

export type HostFlake = "desktop-systems" | "minimal-systems";

/** What a station looks like decides which flake builds it. */
export function flakeOf(host: Host): HostFlake {
  return isDesktop(host) ? "desktop-systems" : "minimal-systems";
}

export function isDesktop({ profiles }: Host): boolean {
  return profiles.includes("desktop");
}

export function stationsOf(hosts: readonly Host[]): Host[] {
  return hosts.filter(({ kind }) => kind === "nixos");
}

export function homesOf(hosts: readonly Host[]): Host[] {
  return hosts.filter(({ kind }) => kind === "home");
}
