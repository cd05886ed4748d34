/** Where parts live in repositories that somebody else wrote. */
import { expect, test } from "vitest";
import type { Layout } from "../../../src/scaffold/layout.ts";
import { namespaceIn, recogniseLayout } from "../../../src/scaffold/site/parts/part-places.ts";
import { repositoryOf, type Texts } from "../../check/sources.ts";

const layoutOf = (texts: Texts): Layout["parts"] => recogniseLayout(repositoryOf(texts)).parts;

test("packages in a set of their own file", () => {
  const parts = layoutOf({
    "flake.nix": "{ outputs = { nixpkgs, ... }: { packages = forAll (pkgs: import ./pkgs { inherit pkgs; }); }; }",
    "pkgs/default.nix": "{ pkgs }: {\n  one = pkgs.callPackage ./one { };\n  two = pkgs.callPackage ./two { };\n}\n",
    "pkgs/one/default.nix": "{ }: { }",
    "pkgs/two/default.nix": "{ }: { }",
  });
  expect(parts.package).toEqual({
    path: "pkgs/{name}/default.nix",
    wiring: [{ kind: "attribute", file: "pkgs/default.nix", set: "", value: "pkgs.callPackage ./{name} { }" }],
  });
});

test("packages that are written in the flake itself, for each platform", () => {
  const parts = layoutOf({
    "flake.nix":
      "{ outputs = { nixpkgs, ... }: { packages.x86_64-linux = { one = pkgs.hello; }; packages.aarch64-linux = { one = pkgs.hello; }; }; }",
  });
  const value = "pkgs.callPackage ./pkgs/{name}/package.nix { }";
  const sets = [parts.package].flat().flatMap((place) => place?.wiring ?? []);
  expect(sets).toContainEqual({
    kind: "attribute",
    file: "flake.nix",
    set: "outputs.packages.x86_64-linux",
    value,
  });
  expect(sets).toHaveLength(2);
});

test("shells and packages of flake-parts", () => {
  const parts = layoutOf({
    "flake.nix":
      "{ outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } { perSystem = { pkgs, ... }: { " +
      "packages.one = pkgs.callPackage ./packages/one.nix { }; devShells.default = pkgs.mkShell { }; }; }; }",
    "packages/one.nix": "{ }: { }",
  });
  expect(parts.package).toEqual({
    path: "packages/{name}.nix",
    wiring: [
      {
        kind: "attribute",
        file: "flake.nix",
        set: "outputs.perSystem",
        attribute: "packages.{name}",
        value: "pkgs.callPackage ./packages/{name}.nix { }",
      },
    ],
  });
  expect(parts.shell).toMatchObject({ path: "shells/{name}.nix" });
});

test("modules in a list, with an option of the fleet", () => {
  const module = (name: string): string => `{ lib, ... }: { options.house.${name}.enable = lib.mkEnableOption "it"; }`;
  const layout = recogniseLayout(
    repositoryOf({
      "flake.nix": "{ outputs = { ... }: { }; }",
      "modules/nixos/default.nix": "{ imports = [ ./one.nix ./two.nix ]; }",
      "modules/nixos/one.nix": module("one"),
      "modules/nixos/two.nix": module("two"),
      "hosts/luna/modules/default.nix": "{ imports = [ ./a.nix ./b.nix ]; }",
      "hosts/luna/modules/a.nix": "{ }",
      "hosts/luna/modules/b.nix": "{ }",
    }),
  );
  expect(layout.parts.module).toEqual([
    {
      platform: "nixos",
      path: "modules/nixos/{name}.nix",
      wiring: [{ kind: "element", file: "modules/nixos/default.nix", list: "imports", element: "./{name}.nix" }],
      option: "house.{name}",
    },
  ]);
  expect(namespaceIn(layout)).toBe("house");
});

test("modules by their names, profiles that hosts import, templates", () => {
  const parts = layoutOf({
    "flake.nix":
      '{ outputs = { ... }: { nixosModules = import ./modules; templates.rust = { path = ./templates/rust; description = "x"; }; }; }',
    "modules/default.nix": "{ one = import ./one.nix; }",
    "modules/one.nix": "{ }",
    "profiles/desktop.nix": "{ }",
    "profiles/server.nix": "{ }",
    "templates/rust/flake.nix": "{ }",
  });
  expect(parts.module).toEqual([
    {
      platform: "nixos",
      path: "modules/{name}.nix",
      wiring: [{ kind: "attribute", file: "modules/default.nix", set: "", value: "import ./{name}.nix" }],
    },
  ]);
  expect(parts.profile).toEqual([{ path: "profiles/{name}.nix", wiring: [] }]);
});

test("nothing is said where nothing is known", () => {
  expect(layoutOf({ "flake.nix": "{ outputs = { ... }: { packages = mystery ./x; }; }" })).toEqual({});
});

test("packages of a file that is called inside of a `let` or another call, and not its arguments", () => {
  const parts = layoutOf({
    "flake.nix":
      "{ outputs = { nixpkgs, ... }: { packages = forAll (system: let pkgs = nixpkgs.legacyPackages.${system}; in import ./pkgs { inherit pkgs; }); }; }",
    "pkgs/default.nix": "{ pkgs }: {\n  one = pkgs.callPackage ./one { };\n}\n",
    "pkgs/one/default.nix": "{ }: { }",
  });
  expect(parts.package).toEqual({
    path: "pkgs/{name}/default.nix",
    wiring: [{ kind: "attribute", file: "pkgs/default.nix", set: "", value: "pkgs.callPackage ./{name} { }" }],
  });
});

test("modules that have more in their names than their files have", () => {
  const parts = layoutOf({
    "flake.nix": "{ outputs = inputs: mkFlake { } { imports = [ ./profiles/flake-module.nix ]; }; }",
    "profiles/flake-module.nix":
      "{\n  flake.nixosModules = {\n    profiles-audio = ./audio.nix;\n    profiles-ssh = ./ssh.nix;\n  };\n}\n",
    "profiles/audio.nix": "{ }",
    "profiles/ssh.nix": "{ }",
  });
  const wiring = {
    kind: "attribute",
    file: "profiles/flake-module.nix",
    set: "flake.nixosModules",
    attribute: "profiles-{name}",
    value: "./{name}.nix",
  };
  expect(parts.profile).toEqual([{ platform: "nixos", path: "profiles/{name}.nix", wiring: [wiring] }]);
});

test("modules that one list has from folders into which they are sorted", () => {
  const names = ["services/a", "services/b", "services/c", "misc/d", "misc/e"];
  const parts = layoutOf({
    "flake.nix": "{ }",
    "modules/default.nix": `{ imports = [ ${names.map((name) => `./${name}`).join(" ")} ]; }`,
    ...Object.fromEntries(names.map((name) => [`modules/${name}/default.nix`, "{ }"])),
  });
  expect(parts.module).toEqual([
    {
      path: "modules/misc/{name}/default.nix",
      wiring: [{ kind: "element", file: "modules/default.nix", list: "imports", element: "./misc/{name}" }],
    },
  ]);
});

test("modules in what all hosts share, where no folder is called one of modules", () => {
  const names = ["a", "b", "c", "d"];
  const parts = layoutOf({
    "flake.nix":
      "{ outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./luna ]; }; }; }",
    "luna/default.nix": "{ imports = [ ../common ./a.nix ./b.nix ./c.nix ./d.nix ./e.nix ]; }",
    ...Object.fromEntries([...names, "e"].map((name) => [`luna/${name}.nix`, "{ }"])),
    "common/default.nix": `{ imports = [ ${names.map((name) => `./${name}.nix`).join(" ")} ]; }`,
    ...Object.fromEntries(names.map((name) => [`common/${name}.nix`, "{ }"])),
  });
  expect(parts.module).toMatchObject([{ path: "common/{name}.nix" }]);
});

test("modules that each host imports for itself are put beside each other, and nothing imports a new one", () => {
  const parts = layoutOf({
    "flake.nix":
      "{ outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./luna.nix ]; }; }; }",
    "luna.nix": "{ imports = [ ./modules/a.nix ./modules/b.nix ]; }",
    "modules/a.nix": "{ }",
    "modules/b.nix": "{ }",
    "modules/vendor/modules/default.nix": "{ imports = [ ./x ./y ]; }",
    "modules/vendor/modules/x/default.nix": "{ }",
    "modules/vendor/modules/y/default.nix": "{ }",
  });
  expect(parts.module).toEqual([{ path: "modules/{name}.nix", wiring: [] }]);
});

test("modules that a file reads that lies beside them", () => {
  const parts = layoutOf({
    "flake.nix": "{ outputs = { ... }: { }; }",
    "modules/default.nix": "{ lib, ... }: let root = ./.; in { imports = lib.readAll root; }",
    "modules/git.nix": "{ }",
    "modules/firefox/profiles/_bookmarks.nix": "{ }",
    "modules/firefox/profiles/_search.nix": "{ }",
    "roles/web.nix": "{ }",
    "roles/default.nix": "{ lib, ... }: { imports = lib.readAll { path = ./.; }; }",
    "profiles/default.nix": "{ lib, ... }: { imports = lib.readAll ./. ++ [ inputs.disko ]; }",
    "profiles/desktop/default.nix": "{ }",
  });
  expect(parts.module).toEqual([
    { path: "modules/{name}.nix", wiring: [{ kind: "by-folder", file: "modules/default.nix" }] },
  ]);
  expect(parts.profile).toMatchObject([{ path: "profiles/{name}/default.nix" }]);
  expect(parts.role).toMatchObject([{ path: "roles/{name}.nix" }]);
});

test("modules that the outputs inherit from what is said before", () => {
  const parts = layoutOf({
    "flake.nix":
      "{ outputs = { ... }: let nixosModules = { web = ./modules/nixos/web.nix; ssh = ./modules/nixos/ssh.nix; }; in { inherit nixosModules; }; }",
    "modules/nixos/web.nix": "{ }",
    "modules/nixos/ssh.nix": "{ }",
    "modules/nixos/loose.nix": "{ }",
  });
  expect(parts.module).toEqual([
    {
      platform: "nixos",
      path: "modules/nixos/{name}.nix",
      wiring: [
        { kind: "attribute", file: "flake.nix", set: "outputs.nixosModules", value: "./modules/nixos/{name}.nix" },
      ],
    },
  ]);
});

test("modules of the flake that one of its modules reads", () => {
  const texts = {
    "flake.nix":
      "{ outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } { imports = [ ./flake/core.nix ]; }; }",
    "flake/core.nix": "{ inputs, ... }: { imports = [ (inputs.import-tree ../modules) ]; }",
  };
  expect(layoutOf({ ...texts, "modules/web.nix": "{ flake.nixosModules.web = { }; }" }).module).toMatchObject([
    { path: "modules/{name}.nix", around: "{ flake.nixosModules.{name} = {text}; }" },
  ]);
  expect(layoutOf({ ...texts, "modules/web.nix": "{ config.flake.nixosModules.web = { }; }" }).module).toMatchObject([
    { path: "modules/{name}.nix", around: "{ config.flake.nixosModules.{name} = {text}; }" },
  ]);
  expect(layoutOf({ ...texts, "modules/web.nix": "{ services.nginx.enable = true; }" }).module).toBeUndefined();
});

test("outputs that the flake has from another file", () => {
  const parts = layoutOf({
    "flake.nix": "{ outputs = inputs: import ./outputs inputs; }",
    "outputs/default.nix":
      "inputs: { devShells = forAll (pkgs: { default = pkgs.mkShell { }; }); overlays.one = import ./overlays/one.nix; }",
    "outputs/overlays/one.nix": "_: _: { }",
  });
  expect(parts.shell).toMatchObject({
    wiring: [{ file: "outputs/default.nix", set: "devShells", value: "pkgs.callPackage ../shells/{name}.nix { }" }],
  });
  expect(parts.overlay).toMatchObject({ path: "outputs/overlays/{name}.nix" });
});
