import { expect, test } from "vitest";
import { askedPackages } from "../../../src/paper/asked-packages.ts";

const asked = (...texts: string[]): string[] =>
  askedPackages(texts.map((text) => Buffer.from(text))).map((path) => path.join("."));

test("what is selected of packages, once and in order", () => {
  expect(asked("{ pkgs, ... }: [ pkgs.b pkgs.a.c pkgs.b ]", "{ pkgs, ... }: pkgs.d")).toEqual(["a.c", "b", "d"]);
  expect(asked("{ pkgs, ... }: { inherit (pkgs) a b; inherit (pkgs.c) d; }")).toEqual(["a", "b", "c", "c.d"]);
  expect(asked("final: prev: { a = prev.b.override { c = final.d; }; }")).toEqual(["b.override", "d"]);
  expect(asked("{ pkgsUnstable, ... }: pkgsUnstable.a")).toEqual(["a"]);
});

test("nothing of any other set", () => {
  expect(asked("{ config, lib, ... }: lib.mkIf config.services.a.enable config.b")).toEqual([]);
  expect(asked("{ inputs, ... }: inputs.a.packages.x86_64-linux.b")).toEqual([]);
});

test("whatever the packages are called", () => {
  // oxlint-disable-next-line no-template-curly-in-string
  expect(asked("{ nixpkgs, system, ... }: nixpkgs.legacyPackages.${system}.a")).toEqual(["a"]);
  expect(asked("{ inputs, ... }: (import inputs.nixpkgs { }).a")).toEqual(["a"]);
  expect(asked("{ nixpkgs, ... }: let p = import nixpkgs { }; in p.a")).toEqual(["a"]);
  expect(asked("{ pkgs, ... }: let fonts = pkgs.nerd-fonts; in fonts.a")).toEqual(["nerd-fonts", "nerd-fonts.a"]);
});

test("what a `with` gives, and nothing that is bound", () => {
  expect(asked("{ pkgs, ... }: with pkgs; [ a b.c (let d = e; in d) ]")).toEqual(["a", "b", "b.c", "e"]);
  expect(asked("{ pkgs, lib, ... }: with lib; with pkgs; [ a ]")).toEqual(["a"]);
  expect(asked("{ pkgs, lib, ... }: with lib.types; with pkgs; [ a ]")).toEqual(["a"]);
  expect(asked("{ pkgs, lib, ... }: let inherit (lib) types; in with types; with pkgs; [ a ]")).toEqual(["a"]);
  expect(asked("{ pkgs, ... }: with pkgs.a; [ b ]")).toEqual(["a", "a.b"]);
  expect(asked("{ pkgs, ... }: pkgs.p.withPackages (ps: with ps; [ a ])")).toEqual(["p.withPackages"]);
});

test("nothing that a set around it may give as well", () => {
  expect(asked("{ pkgs, config, ... }: with config.theme; with pkgs; [ colour ]")).toEqual([]);
  expect(asked("{ pkgs, config, ... }: with pkgs; with config.theme; [ a ]")).toEqual(["a"]);
});

test("what a package is called with, if it has to be", () => {
  expect(asked("{ stdenv, a, b ? null }: stdenv")).toEqual(["a", "stdenv"]);
  expect(asked("{ pkgs, ... }: pkgs.callPackage ({ a }: a) { }")).toEqual(["a", "callPackage"]);
  expect(asked("{ a, ... }: a", "{ f = { a }: a; }")).toEqual([]);
});

test("nothing of which somebody asks whether it exists", () => {
  expect(asked("{ pkgs, ... }: if pkgs ? a then pkgs.a else pkgs.b or pkgs.c")).toEqual(["c"]);
});

test("a file that cannot be read, and a circle", () => {
  expect(asked("{ pkgs, ... }: [ pkgs.a")).toEqual(["a"]);
  expect(asked("let a = b; b = a; in a.c")).toEqual([]);
});
