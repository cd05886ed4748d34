/** What files are by their text, and which leads to which by the paths in them. */
import { describe, expect, test } from "vitest";
import { importGraph } from "../../src/check/source/imports.ts";
import { shapeOf } from "../../src/check/source/module-shape.ts";
import type { Repository } from "../../src/check/source/repository.ts";
import { SourceFile } from "../../src/check/source/source-file.ts";

function repositoryOf(texts: Readonly<Record<string, string>>): Repository {
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, new SourceFile(name, Buffer.from(text))]));
  return {
    files,
    tracked: new Set(files.keys()),
    untracked: new Set(),
    isGit: true,
    flakes: [...files.values()]
      .filter(({ name }) => name.endsWith("flake.nix"))
      .map((file) => ({ folder: file.name.replace(/\/?flake\.nix$/u, ""), file, inputs: [], lock: undefined })),
    exists: (name) => files.has(name),
    read: (name) => files.get(name)?.bytes,
    nameOf: (file) => file,
    now: 0,
  };
}

describe("what a file is", () => {
  test.each([
    ["a module with the arguments of one", "{ config, lib, ... }: { services.nginx.enable = true; }", "module", true],
    ["a module that has options", "{ lib, config, ... }: { options.my.thing = 1; config = { }; }", "module", true],
    ["a module behind a condition", "{ config, lib, ... }: lib.mkIf true { services.a = 1; }", "module", true],
    ["a module without a function", "{ imports = [ ./a.nix ]; }", "module", true],
    ["a set that may be one", "{ users.ada = { }; }", "module", false],
    ["a set of anything", "{ luna = { }; sol = { }; }", "data", false],
    ["a package", "{ stdenv, fetchurl }: stdenv.mkDerivation { }", "package", true],
    ["an overlay", "final: prev: { hello = prev.hello; }", "overlay", true],
    ["a function", "a: b: a + b", "function", true],
    ["a function that makes modules", "{ inputs, ... }: { config, ... }: { services.a.b = 1; }", "module-maker", true],
    ["a shell", "{ pkgs }: pkgs.mkShell { }", "shell", true],
    ["a list", "[ 1 ]", "data", true],
    ["what is broken", "{ a = ", "unknown", false],
  ])("%s", (_, text, shape, isSure) => {
    expect(shapeOf(new SourceFile("a.nix", Buffer.from(text)))).toMatchObject({ shape, isSure });
  });
});

describe("which file leads to which", () => {
  const others = { "a.nix": "{ }", "b/default.nix": "{ }", "b/c.nix": "{ }", "b/d/e.nix": "{ }" };
  test.each([
    ["imports", "{ imports = [ ./a.nix ./b ]; }", ["a.nix", "b/default.nix"]],
    ["import", "import ./b { }", ["b/default.nix"]],
    ["a package", "{ pkgs }: pkgs.callPackage ./b { }", ["b/default.nix"]],
    ["something behind a path", 'import (./. + "/a.nix")', ["a.nix"]],
    ["a path from the flake", '{ self }: import (self + "/b/c.nix")', ["b/c.nix"]],
    ["a path from the flake in a text", '{ inputs }: { imports = [ "${inputs.self}/b/c.nix" ]; }', ["b/c.nix"]],
    ["a computed part", "map (name: ./b/${name}.nix) [ ]", ["b/c.nix", "b/default.nix"]],
    ["a folder that is looked into", "f ./b", ["b/c.nix", "b/d/e.nix", "b/default.nix"]],
    ["a folder that modules are read from", "{ imports = modulesIn ./b/d import; }", ["b/d/e.nix"]],
    ["a computed end", 'map (name: ./b + "/${name}") [ ]', ["b/c.nix", "b/d/e.nix", "b/default.nix"]],
    ["the source of a package", "{ stdenv }: stdenv.mkDerivation { src = ./b/c.nix; }", ["b/c.nix"]],
    ["what is outside", "import ../a.nix", []],
    ["no path", '"./a.nix"', []],
  ])("%s", (_, text, expected) => {
    const graph = importGraph(repositoryOf({ "start.nix": text, ...others }));
    expect([...graph.reach(["start.nix"])].filter((name) => name !== "start.nix").toSorted()).toEqual(expected);
  });

  describe("a computed path of one level leads to the files there and to what is imported of the folders, not deeper", () => {
    const files = {
      "hosts/a.nix": "{ }",
      "hosts/luna/default.nix": "{ }",
      "hosts/luna/old.nix": "{ }",
      "hosts/sol/configuration.nix": "{ }",
      "hosts/sol/deep/more.nix": "{ }",
    };
    const one = ["hosts/a.nix", "hosts/luna/default.nix", "hosts/sol/configuration.nix", "hosts/sol/deep/more.nix"];
    test.each([
      ["map (name: ./hosts/${name}) [ ]", one],
      ['map (name: (./hosts + "/${name}")) [ ]', one],
      ["{ imports = map (name: ./hosts/${name}) [ ]; }", one],
      ["f { path = ./hosts/${name}; }", one],
      ["map (name: ./hosts/${name}/default.nix) [ ]", ["hosts/luna/default.nix"]],
      ["map (name: ./hosts + name) [ ]", Object.keys(files)],
      ["map (name: ./${name}) [ ]", Object.keys(files)],
    ])("%s", (text, expected) => {
      const graph = importGraph(repositoryOf({ "start.nix": text, ...files }));
      expect([...graph.reach(["start.nix"])].filter((name) => name !== "start.nix").toSorted()).toEqual(expected);
    });
  });

  test("takes a folder that its own 'default.nix' names among modules as one that is read", () => {
    const files = { "start.nix": "import ./b", ...others, "b/default.nix": "{ imports = modulesIn ./.; }" };
    const graph = importGraph(repositoryOf(files));
    expect([...graph.reach(["start.nix"])].toSorted()).toEqual(["b/c.nix", "b/d/e.nix", "b/default.nix", "start.nix"]);
  });

  test("says as what a file is named, and whether that depends on something", () => {
    const text = "{ lib, ... }: { imports = [ ./a.nix ] ++ lib.optional true ./b; x = import ./b/c.nix; }";
    const graph = importGraph(repositoryOf({ "start.nix": text, ...others }));
    const told = graph.from("start.nix").map(({ kind, isConditional, files }) => [kind, isConditional, ...files]);
    expect(told).toEqual([
      ["imports", false, "a.nix"],
      ["imports", true, "b/default.nix"],
      ["import", false, "b/c.nix"],
    ]);
    expect(graph.to("a.nix").map(({ from }) => from)).toEqual(["start.nix"]);
  });

  test("takes what is written from a flake as relative to the nearest one", () => {
    const graph = importGraph(
      repositoryOf({
        "flake.nix": "{ outputs = _: { }; }",
        "sub/flake.nix": '{ outputs = { self }: self + "/x.nix"; }',
        "sub/x.nix": "{ }",
      }),
    );
    expect(graph.from("sub/flake.nix").flatMap(({ files }) => files)).toEqual(["sub/x.nix"]);
  });
});
