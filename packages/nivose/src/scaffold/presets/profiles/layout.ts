import type { Layout } from "../../layout.ts";

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
      {
        platform: "nixos",
        path: "modules/nixos/{name}.nix",
        wiring: [imports("modules/nixos/default.nix", "./{name}.nix")],
      },
      {
        platform: "darwin",
        path: "modules/darwin/{name}.nix",
        wiring: [imports("modules/darwin/default.nix", "./{name}.nix")],
      },
      {
        platform: "home",
        path: "modules/home/{name}.nix",
        wiring: [imports("modules/home/default.nix", "./{name}.nix")],
      },
      { platform: "common", path: "common/{name}.nix", wiring: [imports("common/default.nix", "./{name}.nix")] },
    ],
    profile: byPlatform("profiles"),
    role: byPlatform("roles"),
    service: {
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
      wiring: [{ kind: "attribute", file: "templates/default.nix", set: "", value: "" }],
    },
    test: {
      path: "tests/{name}.nix",
      wiring: [{ kind: "attribute", file: "tests/default.nix", set: "", value: "" }],
    },
  },
};

function byPlatform(folder: string) {
  return (["nixos", "darwin", "home"] as const).map((platform) => ({
    platform,
    path: `${folder}/{name}/${platform}.nix`,
    wiring: [imports(`${folder}/${platform}.nix`, `./{name}/${platform}.nix`)],
  }));
}
