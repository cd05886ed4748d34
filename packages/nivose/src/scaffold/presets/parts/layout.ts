import type { Layout } from "../../layout.ts";

const inventory = { kind: "attribute", file: "fleet.nix", set: "hosts", value: "{ }" } as const;
const packageSet = "shared/packages/default.nix";

export const partsLayout: Layout = {
  parts: {
    host: { path: "infrastructure/{place}/{name}/default.nix", wiring: [inventory] },
    hardware: { path: "infrastructure/{place}/{host}/hardware.nix", wiring: [] },
    disk: { path: "infrastructure/{place}/{host}/disk.nix", wiring: [] },
    secret: { path: "shared/secrets/hosts/{name}.yaml", wiring: [{ kind: "sops-rule", file: ".sops.yaml" }] },
    user: { path: "fleet.nix", wiring: [{ kind: "attribute", file: "fleet.nix", set: "users", value: "{ }" }] },
    shell: { path: "shared/shells/{name}.nix", wiring: [{ kind: "by-folder", file: "parts/dev-shells.nix" }] },
    package: {
      path: "shared/packages/{name}/default.nix",
      wiring: [{ kind: "attribute", file: packageSet, set: "", value: "pkgs.callPackage ./{name} { }" }],
    },
    module: [
      {
        platform: "common",
        path: "shared/modules/base/{name}.nix",
        option: "{namespace}.base.{name}",
        wiring: [importedBy("base", "./{name}.nix")],
      },
      platformModule("nixos"),
      platformModule("darwin"),
      {
        platform: "home",
        path: "shared/modules/platforms/home-manager/{name}.nix",
        option: "{namespace}.platforms.home-manager.{name}",
        wiring: [importedBy("platforms/home-manager", "./{name}.nix")],
      },
    ],
    profile: {
      platform: "common",
      path: "shared/modules/development/{name}.nix",
      option: "{namespace}.development.{name}",
      wiring: [
        importedBy("development", "./{name}.nix"),
        // the role offers the same options, and a test compares the two sets
        {
          kind: "operand",
          file: "shared/modules/roles/workstation.nix",
          of: "imports",
          operand: 'map (reexport "{name}") [ "enable" ]',
        },
      ],
    },
    role: {
      platform: "nixos",
      path: "shared/modules/roles/{name}.nix",
      option: "{namespace}.roles.{name}",
      wiring: [importedBy("platforms/nixos", "../../roles/{name}.nix")],
    },
    service: {
      platform: "nixos",
      path: "shared/modules/roles/server/{name}.nix",
      wiring: [
        { kind: "element", file: "shared/modules/roles/server.nix", list: "imports", element: "./server/{name}.nix" },
      ],
    },
    overlay: {
      path: "shared/overlays/{name}.nix",
      wiring: [
        {
          kind: "attribute",
          file: "parts/packages.nix",
          set: "",
          attribute: "flake.overlays.{name}",
          value: "import ../shared/overlays/{name}.nix",
        },
        ...(["nixos", "darwin"] as const).map(
          (platform) =>
            ({
              kind: "element",
              file: `parts/${platform}-configurations.nix`,
              list: "modules",
              element: "{ nixpkgs.overlays = [ config.flake.overlays.{name} ]; }",
            }) as const,
        ),
      ],
    },
    template: {
      path: "templates/{name}/flake.nix",
      wiring: [
        {
          kind: "attribute",
          file: "flake.nix",
          set: "outputs",
          attribute: "flake.templates.{name}",
          value: "{ path = ./templates/{name}; description = {quoted}; }",
        },
      ],
    },
    test: {
      path: "tests/{name}.nix",
      wiring: [{ kind: "attribute", file: "tests/default.nix", set: "checks", value: "" }],
    },
  },
};

function platformModule(platform: "nixos" | "darwin") {
  return {
    platform,
    path: `shared/modules/platforms/${platform}/{name}.nix`,
    option: `{namespace}.platforms.${platform}.{name}`,
    wiring: [importedBy(`platforms/${platform}`, "./{name}.nix")],
  };
}

function importedBy(folder: string, element: string) {
  return { kind: "element", file: `shared/modules/${folder}/default.nix`, list: "imports", element } as const;
}
