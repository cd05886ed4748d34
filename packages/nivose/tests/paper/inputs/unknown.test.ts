/** Which errors on paper say that something is not known, and which are mistakes. */

import { parse } from "@nivose/nix/syntax";
import { expect, test } from "vitest";
import type { Advice } from "../../../src/report/advice.ts";
import { nameOfOtherRelease, type PaperSources, unknownOnPaper } from "../../../src/paper/unknown.ts";

type Failure = Parameters<typeof unknownOnPaper>[0];

function failure(text: string, at?: { start: number; end: number }): Failure {
  return {
    kind: "evaluation",
    text,
    trace: [],
    ...(at === undefined ? {} : { at: { file: "host.nix", ...at } }),
  } as unknown as Failure;
}

const sources = (text = ""): PaperSources => ({
  places: [{ name: "nixpkgs", folders: ["/paper/nixpkgs", "/nix/store/abc-source"] }],
  treeOf: () => parse(Buffer.from(text)),
});

/** What is said of a name that is missing, asked for where the text has brackets. */
function asked(marked: string, name: string): string | undefined {
  const start = marked.indexOf("⟨");
  const text = marked.replace("⟨", "").replace("⟩", "");
  const end = marked.indexOf("⟩") - 1;
  return unknownOnPaper(failure(`attribute '${name}' missing`, { start, end }), sources(text));
}

test("what paper says itself", () => {
  expect(unknownOnPaper(failure("unknown on paper: the version of git"), sources())).toBe("the version of git");
  expect(unknownOnPaper(failure("not on paper: lib.foo"), sources())).toBe("lib.foo");
});

test("a file of something on paper that paper does not have", () => {
  const text = "path '/nix/store/abc-source/nixos/tests/a.nix' does not exist";
  expect(unknownOnPaper(failure(text), sources())).toBe("the file nixos/tests/a.nix of nixpkgs");
  expect(unknownOnPaper(failure("path '/home/ada/a.nix' does not exist"), sources())).toBeUndefined();
});

test("an attribute of a configuration that is named on the command line", () => {
  const text =
    "flake 'path:/fleet' does not provide attribute 'packages.x.a.config.b', 'legacyPackages.x.a.config.b' or 'a.config.b'";
  expect(unknownOnPaper(failure(text), sources())).toBe("the attribute a.config.b");
  expect(unknownOnPaper(failure("flake 'path:/fleet' does not provide attribute 'a.b'"), sources())).toBeUndefined();
});

test("an option that does not exist is a mistake, whatever file sets it", () => {
  const text = "The option `a.b' does not exist. Definition values:\n- In `/nix/store/abc-source/flake.nix': true";
  expect(unknownOnPaper(failure(text), sources())).toBeUndefined();
});

test("other errors are mistakes", () => {
  expect(unknownOnPaper(failure("The option `services.ngnix' does not exist."), sources())).toBeUndefined();
  expect(unknownOnPaper(failure("undefined variable 'x'"), sources())).toBeUndefined();
});

test.each<[string, string, string]>([
  ["what modules of nixpkgs give the configuration", "{ config, ... }: ⟨config.system.build.kernel⟩", "config"],
  ["the same by a name of its own", "{ config, ... }: let cfg = config.services.web; in ⟨cfg.package⟩", "config"],
  ["what a package has", "{ pkgs, ... }: ⟨pkgs.git.tests⟩", "pkgs"],
  ["what an input has", "{ inputs, ... }: ⟨inputs.web.nixosModules⟩", "inputs"],
  ["what is computed", "⟨(f x).a⟩", "something that was computed"],
])("not known: %s", (_, text, root) => {
  const name = text
    .slice(text.indexOf("⟨") + 1, text.indexOf("⟩"))
    .split(".")
    .at(-1)!;
  expect(asked(text, name)).toBe(`'${name}' of ${root}`);
});

test.each<[string, string]>([
  ["a package", "{ pkgs, ... }: ⟨pkgs.gti⟩"],
  [
    "a package of a set of packages",
    "{ pkgs, ... }: let inherit (pkgs) python3Packages; in ⟨python3Packages.requestss⟩",
  ],
  ["a function", "{ lib, ... }: ⟨lib.mkIff⟩"],
  ["a function of a family", "{ lib, ... }: ⟨lib.types.strr⟩"],
  ["a builtin", "⟨builtins.mapp⟩"],
  ["a set of the fleet", "let ports = { web = 80; }; in ⟨ports.wbe⟩"],
  ["a set in place", "⟨{ a = 1; }.b⟩"],
  ["a recursive set of the fleet", "rec { ports = { web = 80; }; web = ⟨ports.wbe⟩; }"],
])("a mistake: %s", (_, text) => {
  const name = text
    .slice(text.indexOf("⟨") + 1, text.indexOf("⟩"))
    .split(".")
    .at(-1)!;
  expect(asked(text, name)).toBeUndefined();
});

test("an argument is nearer than a variable of the same name", () => {
  expect(asked("let cfg = { }; in { cfg, ... }: ⟨cfg.a⟩", "a")).toBe("'a' of cfg");
  expect(asked("let cfg = { }; in cfg: ⟨cfg.a⟩", "a")).toBe("'a' of cfg");
  expect(asked("let cfg = { }; in args@{ ... }: ⟨args.a⟩", "a")).toBe("'a' of args");
});

test("variables that are defined by each other have an end", () => {
  expect(asked("let a = b; b = a; in ⟨a.x⟩", "x")).toBe("'x' of something that was computed");
});

test("without a place it is something that was computed", () => {
  expect(unknownOnPaper(failure("attribute 'a' missing"), sources())).toBe("'a' of something that was computed");
});

test("a file of something that nobody has built", () => {
  const store = `/nix/store/${"a".repeat(32)}`;
  const of = (text: string): string | undefined => unknownOnPaper(failure(text), sources());
  const patched = "what is in nixpkgs-patched, which would have to be built";
  expect(of(`path '${store}-nixpkgs-patched/nixos' does not exist`)).toBe(patched);
  expect(of(`reading from file '${store}-nixpkgs-patched': Is a directory`)).toBe(patched);
  expect(of(`access to absolute path '${store}-nixpkgs-patched' is forbidden in pure evaluation mode`)).toBe(patched);
  expect(of(`path '${store}-source/hosts/a.nix' does not exist`)).toBeUndefined();
});

test("a name that another release may have is not known, unless it looks misspelt or is the fleet's own", () => {
  const hinted = (hint: string): Advice => ({ message: { hint } }) as unknown as Advice;
  const of = (kind: string, text: string, advice?: Advice): string | undefined => {
    const said = kind === "attribute" ? "attribute 'nerd-fonts' missing" : "undefined variable 'nerd-fonts'";
    const [start, end] = [kind === "attribute" ? 0 : text.indexOf("nerd-fonts"), text.length];
    return nameOfOtherRelease(failure(said, { start, end }), advice, sources(text));
  };
  const unknown = "'nerd-fonts', which another release may have";
  expect(of("attribute", "pkgs.nerd-fonts")).toBe(unknown);
  expect(of("attribute", "pkgs.nerd-fonts", hinted("did you mean 'nerdfonts'?"))).toBeUndefined();
  expect(of("attribute", "{ a = 1; }.nerd-fonts")).toBeUndefined();
  expect(of("variable", "with pkgs; nerd-fonts")).toBe(unknown);
  expect(of("variable", "nerd-fonts")).toBeUndefined();
  expect(nameOfOtherRelease(failure("infinite recursion encountered"), undefined, sources())).toBeUndefined();
});
