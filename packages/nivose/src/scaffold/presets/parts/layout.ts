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
      { platform: "common", path: "shared/modules/base/{name}.nix", wiring: [importedBy("base", "./{name}.nix")] },
      platformModule("nixos"),
      platformModule("darwin"),
      {
        platform: "home",
        path: "shared/modules/platforms/home-manager/{name}.nix",
        wiring: [importedBy("platforms/home-manager", "./{name}.nix")],
      },
    ],
    profile: {
      path: "shared/modules/development/{name}.nix",
      wiring: [importedBy("development", "./{name}.nix")],
    },
    role: {
      path: "shared/modules/roles/{name}.nix",
      wiring: [importedBy("platforms/nixos", "../../roles/{name}.nix")],
    },
    service: {
      path: "shared/modules/roles/server/{name}.nix",
      wiring: [
        { kind: "element", file: "shared/modules/roles/server.nix", list: "imports", element: "./server/{name}.nix" },
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
    wiring: [importedBy(`platforms/${platform}`, "./{name}.nix")],
  };
}

function importedBy(folder: string, element: string) {
  return { kind: "element", file: `shared/modules/${folder}/default.nix`, list: "imports", element } as const;
}
