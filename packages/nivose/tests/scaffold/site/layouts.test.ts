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
