/** Where each kind of thing lives in a home lab. */

import type { Layout } from "../../layout.ts";

export const layout: Layout = {
  parts: {
    host: {
      path: "hosts/{name}/default.nix",
      wiring: [{ kind: "attribute", file: "fleet.nix", set: "hosts", value: "{ }" }],
    },
    hardware: {
      path: "hosts/{host}/hardware.nix",
      wiring: [{ kind: "element", file: "hosts/{host}/default.nix", list: "imports", element: "./hardware.nix" }],
    },
    disk: {
      path: "hosts/{host}/disk.nix",
      wiring: [{ kind: "element", file: "hosts/{host}/default.nix", list: "imports", element: "./disk.nix" }],
    },
    module: (["common", "nixos", "darwin", "home"] as const).map((platform) => {
      const folder = platform === "home" ? "home" : `hosts/_modules/${platform}`;
      return {
        platform,
        path: `${folder}/{name}.nix`,
        option: "{namespace}.{name}",
        wiring: [{ kind: "element", file: `${folder}/default.nix`, list: "imports", element: "./{name}.nix" }],
      };
    }),
    role: {
      platform: "nixos",
      path: "hosts/_modules/nixos/roles/{name}.nix",
      option: "{namespace}.roles.{name}",
      isDeclaredForAll: true,
      wiring: [
        { kind: "element", file: "hosts/_modules/nixos/roles/default.nix", list: "imports", element: "./{name}.nix" },
        { kind: "element", file: "hosts/_modules/common/role-names.nix", list: "", element: '"{name}"' },
      ],
    },
    service: {
      platform: "nixos",
      path: "hosts/_modules/nixos/services/{name}.nix",
      wiring: [{ kind: "by-folder", file: "hosts/_modules/nixos/services.nix" }],
    },
    package: { path: "pkgs/{name}/package.nix", wiring: [{ kind: "by-folder", file: "pkgs/default.nix" }] },
    overlay: {
      path: "overlays/{name}.nix",
      wiring: [{ kind: "attribute", file: "overlays/default.nix", set: "", value: "import ./{name}.nix" }],
    },
    shell: { path: "shells/{name}.nix", wiring: [{ kind: "by-folder", file: "shells/default.nix" }] },
    secret: { path: "hosts/{host}/secrets.yaml", wiring: [{ kind: "sops-rule", file: ".sops.yaml" }] },
    user: {
      path: "home/users/{name}.nix",
      wiring: [{ kind: "attribute", file: "users.nix", set: "", value: "{ }" }],
    },
    home: {
      path: "home/{name}.nix",
      wiring: [{ kind: "element", file: "home/default.nix", list: "imports", element: "./{name}.nix" }],
    },
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
      wiring: [{ kind: "attribute", file: "tests/default.nix", set: "", value: "test ./{name}.nix" }],
    },
  },
};
