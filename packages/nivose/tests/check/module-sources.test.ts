/** What the rules about modules find that evaluate nothing, and what they leave alone. */
import { describe, expect, test } from "vitest";
import { rule as conditionalImports } from "../../src/check/rules/conditional-imports.ts";
import { rule as missingFile } from "../../src/check/rules/missing-file.ts";
import { rule as missingSpecialArgs } from "../../src/check/rules/missing-special-args.ts";
import { rule as nixpkgsAgain } from "../../src/check/rules/nixpkgs-again.ts";
import { rule as withoutDescription } from "../../src/check/rules/option-without-description.ts";
import { rule as withoutType } from "../../src/check/rules/option-without-type.ts";
import { rule as recursiveConfig } from "../../src/check/rules/recursive-config.ts";
import { rule as recursiveImports } from "../../src/check/rules/recursive-imports.ts";
import { rule as untrackedFile } from "../../src/check/rules/untracked-file.ts";
import { checkSources } from "../../src/check/run.ts";
import { findingsIn, pointedAt, repositoryOf, type Texts } from "./sources.ts";

// Each was tried with the module system of nixpkgs: what is found does recur without end, and what is left alone does not.
describe("recursive-imports", () => {
  const found = (imports: string, head = "{ config, lib, pkgs, ... }:"): readonly string[] =>
    pointedAt(recursiveImports, `${head}\n{ imports = ${imports}; }`);

  test.each([
    ["if pkgs.stdenv.isDarwin then [ ] else [ ./e.nix ]", "pkgs.stdenv.isDarwin"],
    ["lib.optional config.x ./e.nix", "config.x"],
    ["[ ./e.nix ] ++ lib.optionals (!config.x.y) [ ]", "config.x.y"],
    ["pkgs.lib.optional true ./e.nix", "pkgs.lib.optional"],
    ['[ (./. + "/${config.s}.nix") ]', "config.s"],
    ["[ ./${config.s}.nix ]", "config.s"],
    ["builtins.attrValues config.modules", "config.modules"],
    ["[ ({ ... }: { imports = lib.optional config.x ./e.nix; }) ]", "config.x"],
    ["[ { imports = config.list; } ]", "config.list"],
    ["with config.lib; [ module ]", "module"],
    ["if options ? x then [ ] else [ ]", "options"],
    ["map import config.paths", "config.paths"],
    ["lib.optionals true [ config.m ]", "config.m"],
    ["let c = config.x; in [ c ]", "c"],
    ["config.paths |> map import", "config.paths"],
  ])("finds %s", (imports, expected) => {
    expect(found(imports, "{ config, lib, options, pkgs, ... }:")).toEqual([expected]);
  });

  test.each([
    ["[ (import ./f.nix { inherit pkgs config; }) ]"],
    ["[ { services.a = config.s; } ]"],
    ["[ ({ config, ... }: { services.a = config.s; }) ]"],
    ["lib.optional (builtins.pathExists ./e.nix) ./e.nix"],
    ["map (name: ./. + name) (builtins.attrNames (builtins.readDir ./.))"],
    ["builtins.attrValues { a = { services.b = config.c; }; }"],
    ["[ (lib.mkAliasOptionModule [ ] [ ]) ]"],
    ["let used = pkgs.git; in [ ]"],
    ["with pkgs; [ ]"],
  ])("leaves alone %s", (imports) => {
    expect(found(imports)).toEqual([]);
  });

  test("leaves alone what another 'config' decides", () => {
    const text = "{ config, ... }: { flake.modules.a = { ... }: { imports = [ config.flake.modules.b ]; }; }";
    expect(pointedAt(recursiveImports, text)).toEqual([]);
    expect(pointedAt(recursiveImports, "{ config }: { imports = [ config.x ]; }")).toEqual([]);
  });

  test("is not sure of what is needed in a branch only", () => {
    const sure = findingsIn(recursiveImports, "{ config, lib, ... }: { imports = lib.optionals lib.x [ config.m ]; }");
    expect(sure.map((each) => each.class)).toEqual(["heuristic"]);
  });

  test("takes 'pkgs' for known where hosts are made with it, and may not know", () => {
    const machine = "{ pkgs, lib, ... }: { imports = lib.optional pkgs.x ./e.nix; }";
    const classes = (call: string): string[] =>
      findingsIn(recursiveImports, { "flake.nix": `{ outputs = i: ${call}; }`, "machine.nix": machine }).map(
        (each) => each.class,
      );
    expect(classes("i.nixosSystem { specialArgs = { inherit (i) a; }; }")).toEqual(["certain"]);
    expect(classes("i.nixosSystem { specialArgs = { inherit (i) pkgs; }; }")).toEqual([]);
    expect(classes("i.nixosSystem { specialArgs = i // { a = 1; }; }")).toEqual(["heuristic"]);
  });
});

describe("recursive-config", () => {
  const imported = (text: string): Texts => ({ "top.nix": "{ imports = [ ./machine.nix ]; }", "machine.nix": text });

  test.each([
    ["if config.x then { s = 1; } else { }", "config.x"],
    ["config.services // { s = 1; }", "config.services"],
    ["{ config = if config.x then { } else { }; }", "config.x"],
    ["{ config = lib.optionalAttrs config.x { }; }", "config.x"],
    ["lib.optionalAttrs config.x { s = 1; }", "config.x"],
    ["{ config = pkgs.lib.mkIf config.x { }; }", "pkgs.lib.mkIf"],
    ["with pkgs.lib; { config = mkIf config.x { }; }", "mkIf"],
    ['{ ${config.s + "y"} = 1; }', "config.s"],
    ["{ options.${config.s} = 1; options = if config.x then { } else { }; }", "config.x"],
    ["{ config = lib.mkMerge [ (lib.mkIf true (lib.optionalAttrs config.x { })) ]; }", "config.x"],
    ["{ config = lib.mkMerge (if config.x then [ ] else [ ]); }", "config.x"],
    ["assert config.x; { s = 1; }", "config.x"],
  ])("finds %s", (text, expected) => {
    expect(pointedAt(recursiveConfig, imported(`{ config, lib, pkgs, ... }: ${text}`))).toEqual([expected]);
  });

  test.each([
    ["lib.mkIf config.x { s = 1; }"],
    ["let c = config.x; in { config = lib.mkIf c { s = 1; }; }"],
    ["with pkgs.lib; { options.foo = mkOption { default = 1; }; }"],
    ["{ services.${config.s}.enable = true; }"],
    ["{ options.t.${config.s} = lib.mkOption { }; }"],
    ["{ services = lib.optionalAttrs config.x { a = 1; }; }"],
    ["{ config = lib.optionalAttrs (options ? a) { a = 1; }; }"],
    ["{ config = lib.mkMerge [ (lib.mkIf config.x { a = if config.y then 1 else 2; }) ]; }"],
  ])("leaves alone %s", (text) => {
    expect(pointedAt(recursiveConfig, imported(`{ config, lib, options, pkgs, ... }: ${text}`))).toEqual([]);
  });

  test("leaves alone functions that may be no modules", () => {
    expect(pointedAt(recursiveConfig, "{ config, ... }: if config.x then 1 else 2")).toEqual([]);
  });
});

describe("conditional-imports", () => {
  test.each([
    ["lib.mkIf true [ ./a.nix ]", ["lib.mkIf"]],
    ["[ (lib.mkIf true ./a.nix) ]", ["lib.mkIf"]],
    ["[ ] ++ lib.mkMerge [ ]", ["lib.mkMerge"]],
    ["[ (lib.mkIf true { a = 1; }) ]", []],
    ["[ { services.a = lib.mkIf true [ ./a.nix ]; } ]", []],
    ["lib.optionals true [ ./a.nix ]", []],
  ])("of %s", (imports, expected) => {
    expect(pointedAt(conditionalImports, `{ lib, ... }: { imports = ${imports}; }`)).toEqual(expected);
  });

  test("leaves alone an option that is called 'imports'", () => {
    expect(pointedAt(conditionalImports, "{ lib, ... }: { a.imports = lib.mkIf true [ ./a.nix ]; }")).toEqual([]);
  });
});

describe("options without a type or a description", () => {
  const declared = (option: string): string => `{ lib, common, ... }: { options.a.b = lib.mkOption ${option}; }`;

  test("are told by their names", () => {
    expect(findingsIn(withoutType, declared("{ }")).map(({ text }) => text)).toEqual([
      "the option 'options.a.b' has no type",
    ]);
    expect(pointedAt(withoutDescription, declared("{ type = 1; }"))).toEqual(["options.a.b"]);
  });

  test.each([["common"], ["(common // { })"], ["{ inherit (common) type description; }"]])("leaves alone %s", (it) => {
    expect([...pointedAt(withoutType, declared(it)), ...pointedAt(withoutDescription, declared(it))]).toEqual([]);
  });

  test.each([
    ["{ options.a.b = lib.mkOption { } // common; }"],
    ["{ options.a.b = common // (lib.mkOption { }); }"],
    ["{ options = f (lib.mkOption { } // (if x then { type = 1; } else { })); }"],
  ])("leaves alone what is updated: %s", (text) => {
    expect([...pointedAt(withoutType, text), ...pointedAt(withoutDescription, text)]).toEqual([]);
  });

  test("leaves alone what adds to an option of the system, which must not be described twice", () => {
    const more = (path: string, rest = ""): string =>
      `{ lib, ... }: { ${path} = lib.mkOption { type = lib.types.attrsOf (lib.types.submodule { a = 1; });${rest} }; }`;
    expect(pointedAt(withoutDescription, more("options.services.nginx.virtualHosts"))).toEqual([]);
    expect(
      pointedAt(withoutDescription, `{ options = ${more("users.users").slice("{ lib, ... }: ".length)}; }`),
    ).toEqual([]);
    expect(pointedAt(withoutType, "{ options.fileSystems = lib.mkOption { }; }")).toEqual([]);
    expect(pointedAt(withoutDescription, more("options.services.nginx.mine"))).toHaveLength(1);
    expect(pointedAt(withoutDescription, more("options.services.nginx.virtualHosts", " default = { };"))).toHaveLength(
      1,
    );
    expect(
      pointedAt(
        withoutDescription,
        "{ options.a = mkOption { description = 1; type = f { options.users = mkOption { }; }; }; }",
      ),
    ).toEqual(["options.users"]);
  });

  test("leaves alone what nobody is shown", () => {
    expect(pointedAt(withoutDescription, declared("{ internal = true; }"))).toEqual([]);
    expect(pointedAt(withoutDescription, declared("{ visible = false; }"))).toEqual([]);
    expect(pointedAt(withoutDescription, declared("{ internal = false; }"))).toEqual(["options.a.b"]);
  });
});

describe("missing-file", () => {
  const classesOf = (text: string, others: Texts = {}): string[] =>
    findingsIn(missingFile, { "hosts/machine.nix": text, ...others }).map((each) => `${each.class}: ${each.text}`);

  test.each([
    ["{ imports = [ ./a.nix ]; }", "certain: there is no 'hosts/a.nix'"],
    ["{ imports = [ ../common ]; }", "certain: there is no 'common'"],
    ["{ imports = [ ../lib ]; }", "certain: there is no 'lib/default.nix'"],
    ["{ a = import ./a.nix { }; }", "certain: there is no 'hosts/a.nix'"],
    ["{ a = builtins.readFile (./a.txt); }", "certain: there is no 'hosts/a.txt'"],
    ["{ sops.defaultSopsFile = ./a.yaml; }", "heuristic: there is no 'hosts/a.yaml'"],
  ])("finds in %s", (text, expected) => {
    expect(classesOf(text, { "lib/x.nix": "1" })).toEqual([expected]);
  });

  test.each([
    ['{ a = ./a + "/b"; }'],
    ["{ imports = [ ./${x}.nix ]; }"],
    ["{ imports = [ /etc/nixos/hardware-configuration.nix <nixpkgs/x> ~/a.nix ]; }"],
    ["{ imports = lib.optional (builtins.pathExists ./a.nix) ./a.nix; }"],
    ["{ a = if builtins.pathExists ./a then import ./a/b.nix else 1; }"],
    ["{ imports = builtins.filter builtins.pathExists [ ./a.nix ./b.nix ]; }"],
    ["let file = ./a.nix; in { a = if builtins.pathExists file then import file else 1; }"],
    ["let has = builtins.pathExists ./a.nix; in { imports = lib.optional has ./a.nix; }"],
    ["{ disabledModules = [ ./a.nix ]; }"],
    ["{ imports = [ ./. ../hosts/machine.nix ../lib/x.nix ]; a = ../lib; }"],
    ["{ imports = [ ../secrets/a.nix ]; }"],
    ["{ imports = [ ../../outside.nix ]; }"],
    ["{ imports = [ ./a.nix"],
  ])("leaves alone %s", (text) => {
    // a submodule is known to Git by its own name
    expect(classesOf(text, { "lib/x.nix": "1", "hosts/default.nix": "1", secrets: "" })).toEqual([]);
  });

  test("leaves alone links and submodules, which Git knows and nobody reads", () => {
    const repository = repositoryOf({
      "a.nix": "{ b = import ./link.nix; c = import ./module; }",
      "link.nix": "",
      module: "",
    });
    const isRead = (name: string): boolean => name === "a.nix";
    const files = new Map([...repository.files].filter(([name]) => isRead(name)));
    const read = (name: string): Uint8Array | undefined => (isRead(name) ? repository.read(name) : undefined);
    expect(checkSources({ ...repository, files, read }, [missingFile], new WeakMap())).toEqual([]);
  });

  test("leaves alone templates, which are for another repository", () => {
    expect(pointedAt(missingFile, { "templates/a/flake.nix": "{ a = import ./b.nix; }" })).toEqual([]);
  });

  test("suggests the nearest name beside it", () => {
    const [found] = findingsIn(missingFile, { "a.nix": "{ imports = [ ./disk.nix ]; }", "disks.nix": "{ }" });
    expect(found?.hint).toBe("did you mean 'disks.nix'?");
  });

  test("suggests the same name elsewhere, of a 'default.nix' that of its folder", () => {
    const hints = (imported: string): readonly (string | undefined)[] =>
      findingsIn(missingFile, {
        "hosts/a.nix": `{ imports = [ ${imported} ]; }`,
        "modules/disks.nix": "{ }",
        "modules/mail/default.nix": "{ }",
        "lib/x": "",
      }).map(({ hint }) => hint);
    expect(hints("../disks.nix")).toEqual(["did you mean 'modules/disks.nix'?"]);
    expect(hints("../mail/default.nix")).toEqual(["did you mean 'modules/mail/default.nix'?"]);
    expect(hints("../lib")).toEqual(["a path is relative to the file that it stands in"]);
  });
});

describe("untracked-file", () => {
  const hints = (text: string, others: Texts): (string | undefined)[] =>
    findingsIn(untrackedFile, { "flake.nix": text, ...others }).map(({ hint }) => hint);

  test("tells how a file is made known", () => {
    expect(hints("{ a = import ./a.nix; }", { "untracked:a.nix": "1" })).toEqual([
      "make it known: git add --intent-to-add a.nix",
    ]);
    expect(hints("{ a = ./b; }", { "untracked:b/c d.txt": "1" })).toEqual(["make it known: git add --intent-to-add b"]);
    expect(hints("{ a = import ./a.nix; }", { "ignored:a.nix": "1" })).toEqual([
      "make it known: git add --force --intent-to-add a.nix",
    ]);
  });

  test("leaves alone what is known, asked about, or not there at all", () => {
    expect(hints("{ a = import ./a.nix; b = ./c; }", { "a.nix": "1", "c/d": "", "untracked:c/e": "" })).toEqual([]);
    expect(hints("{ a = if builtins.pathExists ./a.nix then ./a.nix else 1; }", { "untracked:a.nix": "1" })).toEqual(
      [],
    );
    expect(hints("{ a = import ./a.nix; }", {})).toEqual([]);
  });

  test("leaves alone what only new files name, unless they are named themselves", () => {
    const others = {
      "untracked:a.nix": "import ./b.nix",
      "untracked:b.nix": "1",
      "untracked:c/d.nix": "import ../b.nix",
    };
    expect(hints("{ }", others)).toEqual([]);
    expect(hints("{ a = import ./a.nix; }", others)).toHaveLength(2);
    expect(hints("{ a = import ./a.nix; b = ./c; }", others)).toHaveLength(4);
    expect(findingsIn(untrackedFile, { "untracked:flake.nix": "{ a = import ./a.nix; }", ...others })).toHaveLength(2);
  });

  test("leaves alone repositories without a flake, which Nix reads from the disk", () => {
    expect(pointedAt(untrackedFile, { "a.nix": "{ imports = [ ./b.nix ]; }", "untracked:b.nix": "" })).toEqual([]);
  });
});

describe("nixpkgs-again", () => {
  test.each([
    ["{ pkgs, ... }: { a = (import <nixpkgs> { }).hello; }", ["import <nixpkgs>"]],
    ["{ inputs, pkgs, ... }: { a = import inputs.nixpkgs-unstable { }; }", ["import inputs.nixpkgs-unstable"]],
    ["{ pkgs, ... }: { a = import pkgs.path { config = { }; }; }", ["import pkgs.path"]],
    ["{ inputs, ... }: { perSystem = { pkgs, ... }: { a = import inputs.nixpkgs { }; }; }", []],
    ["{ inputs, lib, config, ... }: { flake.a = import inputs.nixpkgs { }; }", []],
    ["{ pkgs ? import <nixpkgs> { } }: pkgs.mkShell { }", []],
    ["{ inputs, pkgs, ... }: { a = import inputs.nixos-hardware { }; }", []],
    ["{ pkgs, ... }: { a = import pkgs.path { crossSystem.system = 1; }; }", []],
    ["{ pkgs, ... }: { a = import ./nixpkgs.nix { }; }", []],
    ["{ inputs, pkgs, ... }: { a = import inputs.nixpkgs; }", []],
  ])("of %s", (text, expected) => {
    expect(pointedAt(nixpkgsAgain, text)).toEqual(expected);
  });
});

describe("missing-special-args", () => {
  const flake = (given: string): string => `{ outputs = i: i.nixosSystem { modules = [ ./m.nix ]; ${given} }; }`;
  const found = (given: string, module: string): readonly string[] =>
    findingsIn(missingSpecialArgs, { "flake.nix": flake(given), "m.nix": module }).map(({ text }) => text);
  const module = "{ house, lib, ... }: { imports = [ house.web ]; }";

  test("finds imports that need what is not passed", () => {
    const expected = ["'imports' depends on 'house', which is not in 'specialArgs'"];
    expect(found("", module)).toEqual(expected);
    expect(found("specialArgs = { a = 1; };", module)).toEqual(expected);
  });

  test.each([
    ["what is passed", "specialArgs.house = 1;", module],
    ["what may be passed", "specialArgs = i;", module],
    ["what is needed in values only", "specialArgs = { };", "{ house, ... }: { imports = [ ]; a = house.b; }"],
    ["what has a default", "specialArgs = { };", "{ house ? 1, ... }: { imports = [ house.b ]; }"],
    [
      "what is known from the start",
      "specialArgs = { };",
      '{ modulesPath, ... }: { imports = [ "${modulesPath}/a" ]; }',
    ],
  ])("leaves alone %s", (_title, given, text) => {
    expect(found(given, text)).toEqual([]);
  });
});
