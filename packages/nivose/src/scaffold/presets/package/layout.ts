import type { Layout, Wiring } from "../../layout.ts";

/** Where each kind of thing lives in a repository of this preset. Much of it begins in `flake.nix` itself. */
export const layout: Layout = {
  parts: {
    module: [
      {
        platform: "nixos",
        path: "modules/{name}.nix",
        option: "programs.{name}",
        wiring: [{ kind: "attribute", file: "modules/default.nix", set: "nixosModules", value: "./{name}.nix" }],
      },
      {
        platform: "home",
        path: "modules/home-{name}.nix",
        option: "programs.{name}",
        wiring: [{ kind: "attribute", file: "modules/default.nix", set: "homeModules", value: "./home-{name}.nix" }],
      },
    ],
    package: {
      path: "packages/{name}.nix",
      folder: "packages/{name}",
      wiring: [
        { kind: "attribute", file: "packages/default.nix", set: "", value: "pkgs.callPackage ./{name}.nix { }" },
      ],
    },
    overlay: { path: "overlays/{name}.nix", wiring: [output("overlays.{name}", "import ./overlays/{name}.nix")] },
    shell: {
      path: "shells/{name}.nix",
      wiring: [
        {
          kind: "attribute",
          file: "flake.nix",
          set: "outputs.devShells",
          value: "pkgs.callPackage ./shells/{name}.nix { }",
        },
      ],
    },
    template: {
      path: "templates/{name}/flake.nix",
      wiring: [output("templates.{name}", "{ path = ./templates/{name}; description = {quoted}; }")],
    },
    test: {
      path: "checks/{name}.nix",
      wiring: [
        { kind: "attribute", file: "checks/default.nix", set: "", value: "import ./{name}.nix { inherit lib pkgs; }" },
      ],
    },
  },
};

function output(attribute: string, value: string): Wiring {
  return { kind: "attribute", file: "flake.nix", set: "outputs", attribute, value };
}
