import { parse } from "@nivose/nix/syntax";
import { describe, expect, test } from "vitest";
import { definitionsOf, piecesOf } from "../../src/schema/definitions.ts";
import { OptionTree } from "../../src/schema/option-tree.ts";

const options = new OptionTree([
  {
    "services.nginx.enable": { type: "boolean" },
    "services.nginx.virtualHosts": { type: "attribute set of (submodule)" },
    "services.nginx.virtualHosts.<name>.root": { type: "null or path" },
    "boot.kernelModules": { type: "list of string" },
  },
]);

function paths(source: string): string[] | undefined {
  return definitionsOf(parse(Buffer.from(source)), (path) => options.isOption(path))?.map(({ path }) =>
    path.map((part) => part ?? "?").join("."),
  );
}

describe("the definitions in a module's source", () => {
  test.each<[string, string[] | undefined]>([
    ["{ services.nginx.enable = true; }", ["services.nginx.enable"]],
    [
      "{ lib, ... }: { services.nginx = lib.mkIf true { enable = true; a.b = 1; }; }",
      ["services.nginx.enable", "services.nginx.a.b"],
    ],
    ["{ imports = [ ]; config = lib.mkMerge [ { a = 1; } (lib.mkIf c { b = 2; }) ]; options.x = 1; }", ["a", "b"]],
    ["{ config.a = 1; options.b = 2; }", ["a"]],
    ['let x = 1; in { services.nginx.virtualHosts."a.b".root = ./.; }', ["services.nginx.virtualHosts.a.b.root"]],
    ["{ services.nginx.virtualHosts = { x.root = 1; }; }", ["services.nginx.virtualHosts"]],
    ["{ ${x}.y = 1; inherit z; }", ["?.y", "z"]],
    ["{ a = f x; b = if c then { d = 1; } else { e = 2; }; g = { }; }", ["a", "b.d", "b.e"]],
    ["f { a = 1; }", undefined],
  ])("%s", (source, expected) => {
    expect(paths(source)).toEqual(expected);
  });
});

describe("what is around a definition", () => {
  test.each([
    ["mkIf c { a = 1; }", ["a: mkIf"]],
    ["{ config = mkIf c (mkMerge [ { a = 1; } (lib.mkForce { b = 2; }) ]); }", ["a: mkIf", "b: mkIf mkForce"]],
    ["{ a = if c then { b = 1; } else { d = 2; }; }", ["a.b: if", "a.d: else"]],
    ["{ a = optionalAttrs c { b = 1; } // { d = 2; }; }", ["a.b: optionalAttrs", "a.d:"]],
    ["{ a = mkOverride 10 { b = mkIf c 1; }; }", ["a.b: mkOverride"]],
    ["{ a = mkIf { b = 1; }; }", ["a:"]],
  ])("%s", (source, expected) => {
    const found = definitionsOf(parse(Buffer.from(source)), () => false);
    expect(
      found?.map(({ path, around }) => `${path.join(".")}: ${around.map(({ by }) => by).join(" ")}`.trimEnd()),
    ).toEqual(expected);
  });

  test.each([
    ["mkIf c (mkMerge [ 1 (mkForce 2) ])", ["mkIf 1", "mkIf mkForce 2"]],
    ["mkMerge list", ["mkMerge list"]],
    ["optionalAttrs c { }", ["optionalAttrs c { }"]],
    ["(mkAfter [ ])", ["mkAfter [ ]"]],
  ])("the value %s is made of its pieces", (source, expected) => {
    const tree = parse(Buffer.from(source));
    const pieces = piecesOf(tree, tree.child(tree.root, 0));
    expect(pieces.map(({ value, around }) => [...around.map(({ by }) => by), tree.text(value)].join(" "))).toEqual(
      expected,
    );
  });
});

describe("declared options", () => {
  test.each<[(string | undefined)[], boolean]>([
    [["services", "nginx"], true],
    [["services", "nginx", "enable"], true],
    [["services", "ngix"], false],
    [["services", "nginx", "virtualHosts", "a.b", "root"], true],
    [["services", "nginx", "virtualHosts", "x", "unheard", "of"], true],
    [["services", undefined, "enable"], true],
    [["boot", "kernelModules"], true],
    [["boots"], false],
  ])("%j: %j", (path, expected) => {
    expect(options.has(path)).toBe(expected);
  });
});
