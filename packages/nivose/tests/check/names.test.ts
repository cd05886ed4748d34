/** What the rules about names find, what they leave alone, and what their fixes leave behind. */
import { describe, expect, test } from "vitest";
import { rule as hiddenPackage } from "../../src/check/rules/hidden-package.ts";
import { rule as nestedWith } from "../../src/check/rules/nested-with.ts";
import { rule as syntax } from "../../src/check/rules/syntax.ts";
import { rule as unusedArgument } from "../../src/check/rules/unused-argument.ts";
import { rule as unusedLet } from "../../src/check/rules/unused-let.ts";
import { rule as unusedWith } from "../../src/check/rules/unused-with.ts";
import { findingsIn, mended, pointedAt } from "./sources.ts";

describe("syntax", () => {
  test("tells every mistake of a file at its place, whether a host imports the file or not", () => {
    const text = "{ lib, ... }:\n{\n  a = mkIf true 1;\n  b.c = 1;\n  b.c = 2;\n  d = [ lbi.x ];\n}\n";
    const found = findingsIn(syntax, { "flake.nix": "{ }", "nobody/imports.nix": text });
    const told = found.map(({ code, at }) => [code, text.slice(at.range!.start, at.range!.end)]);
    expect(told.toSorted()).toEqual([
      ["duplicate-attribute", "b.c"],
      ["undefined-variable", "lbi"],
      ["undefined-variable", "mkIf"],
    ]);
    expect(found.find(({ code }) => code === "undefined-variable" && found.length > 0)?.class).toBe("certain");
  });

  test("tells of two files that are broken in several places", () => {
    const files = { "a.nix": "{ a = 1 b = 2 }", "b.nix": "[ ( 1 ]" };
    const places = findingsIn(syntax, files).map(({ at }) => at.file);
    expect(places.filter((name) => name === "a.nix").length).toBeGreaterThan(1);
    expect(places).toContain("b.nix");
  });
});

describe("unused-let", () => {
  test.each([
    ["a name", "let a = 1; b = 2; in b", ["a"]],
    ["several, one of them inherited", "{ lib }: let inherit (lib) x y; z = 1; in x", ["y", "z"]],
    ["one that only uses itself", "let f = n: f n; in 1", ["f"]],
    ["one that is defined in parts", "let a.b = 1; a.c = 2; in 3", ["a"]],
    ["one that another one hides", "let a = 1; in let a = 2; in a", ["a"]],
    ["one that only a name in a path looks like", "{ x }: let a = 1; in x.a", ["a"]],
    ["one in quotes", 'let "a" = 1; in 2', ['"a"']],
  ])("finds %s", (_title, text, expected) => {
    expect(pointedAt(unusedLet, text)).toEqual(expected);
  });

  test.each([
    ["what is used", "let a = 1; in a"],
    ["what only another binding uses", "let a = 1; b = a; in b"],
    ["what a string uses", 'let a = "x"; in "${a}"'],
    ["what is inherited further", "let a = 1; in { inherit a; }"],
    ["what is used in a name", "let a = 1; in { ${a} = 1; }"],
    ["what a default uses", "let a = 1; in { b ? a }: b"],
    ["what goes before a 'with'", "{ pkgs }: let a = 1; in with pkgs; a"],
    ["parts that use each other", "let a.b = a.c; a.c = 2; in a.b"],
    ["what is named so", "let _a = 1; in 2"],
    ["sets that see themselves", "rec { a = 1; b = 2; }"],
    ["what is broken elsewhere", "let a = 1; in {"],
  ])("leaves alone %s", (_title, text) => {
    expect(pointedAt(unusedLet, text)).toEqual([]);
  });

  test.each([
    ["one of two on a line", "let a = 1; b = 2; in b", "let b = 2; in b"],
    ["the last of a line", "let a = 1; b = 2; in a", "let a = 1; in a"],
    ["a line", "let\n  a = 1;\n  b = 2;\nin\nb\n", "let\n  b = 2;\nin\nb\n"],
    ["a line with its remark", "let\n  a = 1; # first\n  b = 2;\nin\nb\n", "let\n  b = 2;\nin\nb\n"],
    ["the comment that is its own", "let\n  # one\n  a = 1;\n\n  b = 2;\nin\nb\n", "let\n  b = 2;\nin\nb\n"],
    ["not the comment of a group", "let\n  # all\n  a = 1;\n  b = 2;\nin\nb\n", "let\n  # all\n  b = 2;\nin\nb\n"],
    ["the gap before what was last", "let\n  b = 2;\n\n  a = 1;\nin\nb\n", "let\n  b = 2;\nin\nb\n"],
    ["one gap of two", "let\n  b = 2;\n\n  a = 1;\n\n  c = b;\nin\nc\n", "let\n  b = 2;\n\n  c = b;\nin\nc\n"],
    ["a whole 'let'", "{ }:\nlet\n  a = 1;\nin\n{ }\n", "{ }:\n{ }\n"],
    ["a chain, one after the other", "let a = 1; b = a; in 2", "2"],
    ["of a 'let' with a remark only what is unused", "let # why\n  a = 1;\nin\n2\n", "let # why\nin\n2\n"],
    ["a 'let' in parentheses", "[ ] ++ (let a = 1; in [ ])", "[ ] ++ ([ ])"],
    ["all parts", "let a.b = 1; c = 2; a.d = 3; in c", "let c = 2; in c"],
    ["an inherited name", "{ l }: let inherit (l) x y; in x", "{ l }: let inherit (l) x; in x"],
    ["one of many lines", "let\n  inherit (b)\n    x\n    y\n    ;\nin\nx", "let\n  inherit (b)\n    x\n    ;\nin\nx"],
    ["a whole 'inherit'", "{ l }: let inherit (l) x y; z = 1; in z", "{ l }: let z = 1; in z"],
  ])("removes %s", (_title, before, after) => {
    // that `b` is not there is a mistake of another rule
    expect(mended(unusedLet, before)).toBe(after);
  });
});

describe("unused-argument", () => {
  test.each([
    ["arguments of a module", "{ config, lib, pkgs, ... }: { a = pkgs.b; }", ["config", "lib"]],
    ["one with a default", "{ a ? 1, ... }: { }", ["a"]],
    ["a name for all that is not used", "args@{ lib, ... }: lib", ["args"]],
    ["arguments that only that name would use", "{ lib, ... }@args: 1", ["lib", "args"]],
    ["one that is hidden", "{ lib, ... }: { f = { lib }: lib; }", ["lib"]],
  ])("finds %s", (_title, text, expected) => {
    expect(pointedAt(unusedArgument, text)).toEqual(expected);
  });

  test.each([
    ["functions without dots", "{ lib, pkgs }: pkgs"],
    ["what is used by a name for all", "args@{ lib, ... }: args"],
    ["plain arguments", "final: prev: { }"],
    ["what a default uses", "{ lib, a ? lib.x, ... }: a"],
    ["what is named so", "{ _lib, ... }: 1"],
    ["what 'nixos-generate-config' wrote", "# Do not modify this file!  It was generated\n{ lib, ... }: { }"],
  ])("leaves alone %s", (_title, text) => {
    expect(pointedAt(unusedArgument, text)).toEqual([]);
  });

  test("leaves alone the outputs of a flake, whose arguments are inputs", () => {
    const text = "{ outputs = { self, nixpkgs, ... }: { x = { lib, ... }: 1; }; }";
    expect(pointedAt(unusedArgument, { "flake.nix": text })).toEqual(["lib"]);
  });

  test.each([
    ["in a line", "{ config, lib, pkgs, ... }: pkgs", "{ pkgs, ... }: pkgs"],
    ["all", "{ config, lib, ... }:\n{ }\n", "{ ... }:\n{ }\n"],
    ["line by line", "{\n  config,\n  lib,\n  ...\n}:\nlib\n", "{\n  lib,\n  ...\n}:\nlib\n"],
    [
      "with commas first",
      "{ config\n, lib\n, pkgs\n, ...\n}:\nconfig pkgs\n",
      "{ config\n, pkgs\n, ...\n}:\nconfig pkgs\n",
    ],
    ["with its remark", "{\n  lib, # for x\n  pkgs,\n  ...\n}:\npkgs\n", "{\n  pkgs,\n  ...\n}:\npkgs\n"],
    [
      "and keeps other comments",
      "{\n  lib,\n  # for y\n  pkgs,\n  ...\n}:\npkgs\n",
      "{\n  # for y\n  pkgs,\n  ...\n}:\npkgs\n",
    ],
    ["with its name for all", "args@{ lib, ... }: lib", "{ lib, ... }: lib"],
    ["with a name behind", "{ lib, ... } @ args: lib", "{ lib, ... }: lib"],
    ["but what frameworks may look at", "{ }: { host, ... }: 1", "{ }: { host, ... }: 1"],
  ])("removes %s", (_title, before, after) => {
    expect(mended(unusedArgument, before)).toBe(after);
  });
});

describe("unused-with", () => {
  test.each([
    ["one that nothing comes from", "{ pkgs }: with pkgs; [ pkgs.a ]", ["with pkgs"]],
    ["the outer of two, if none comes from either", "{ a, b }: with a; with b; 1", ["with a", "with b"]],
  ])("finds %s", (_title, text, expected) => {
    expect(pointedAt(unusedWith, text)).toEqual(expected);
  });

  test.each([
    ["what gives a name", "{ pkgs }: with pkgs; [ git ]"],
    ["what may give a name to an inner one", "{ a, b }: with a; with b; c"],
    ["what gives a name that is inherited", "{ pkgs }: with pkgs; { inherit git; }"],
  ])("leaves alone %s", (_title, text) => {
    expect(pointedAt(unusedWith, text)).toEqual([]);
  });

  test.each([
    ["in a line", "{ pkgs }: with pkgs; [ 1 ]", "{ pkgs }: [ 1 ]"],
    ["before the module", "{ lib, ... }:\nwith lib;\n{ }\n", "{ lib, ... }:\n{ }\n"],
    ["not its comment", "{ l }: with l; # why\n1", "{ l }: # why\n1"],
    ["in parentheses", "{ l }: 1 + (with l; 2)", "{ l }: 1 + (2)"],
  ])("removes %s", (_title, before, after) => {
    expect(mended(unusedWith, before)).toBe(after);
  });
});

describe("hidden-package", () => {
  test.each([
    ["a name of a 'let'", "{ pkgs }: let git = 1; in with pkgs; [ git ]", ["git"]],
    [
      "an argument with another package for it",
      "{ pkgs, git ? pkgs.gitMinimal }: with pkgs; [ vim ] ++ [ git ]",
      ["git"],
    ],
    ["no argument that is the package itself", "{ pkgs, git ? pkgs.git }: with pkgs; [ git ]", []],
    ["no argument that 'callPackage' fills", "{ fhs, git }: { of = fhs (pkgs: with pkgs; [ git iproute2 ]); }", []],
    ["an argument of a function without braces", "{ pkgs }: git: with pkgs; [ git ]", ["git"]],
    ["no package", "{ pkgs }: let ownThing = 1; in with pkgs; [ ownThing ]", []],
    ["no package of a set within", "{ pkgs }: let screenshot = 1; in with pkgs; [ screenshot ]", []],
    ["no name from the 'with'", "{ pkgs }: with pkgs; [ git ]", []],
    ["the package itself", "{ pkgs }: let inherit (pkgs) git; vim = pkgs.vim; in with pkgs; [ git vim ]", []],
    [
      "the package with other settings",
      "{ pkgs, x }: let git = if x then pkgs.git.override { } else pkgs.git; vim = pkgs.neovim.override { }; in with pkgs; [ git vim ]",
      ["vim"],
    ],
    ["no list of another set", "{ pkgs }: let git = 1; in with pkgs.python3Packages; [ git ]", []],
    ["no part of a path", "{ pkgs, git }: with pkgs; [ git.doc ]", []],
  ])("of %s", (_title, text, expected) => {
    expect(pointedAt(hiddenPackage, text)).toEqual(expected);
  });
});

describe("nested-with", () => {
  test.each([
    ["two sets", "{ lib, pkgs }: with lib; with pkgs; hello", ["with pkgs"]],
    ["three", "{ a, b, c }: with a; [ (with b; [ (with c; x) ]) ]", ["with b", "with c"]],
    ["one that is taken from the other", "{ lib }: with lib; with types; str", []],
    ["the same set twice", "{ pkgs }: with pkgs; [ (with pkgs; git) ]", []],
    ["one that gives nothing", "{ a, b }: with a; [ x (with b; b.y) ]", []],
    ["two that are beside each other", "{ a, b }: [ (with a; x) (with b; x) ]", []],
    ["one in the scope of the other", "{ a, b }: with (with a; x); y", []],
  ])("of %s", (_title, text, expected) => {
    expect(pointedAt(nestedWith, text)).toEqual(expected);
  });
});
