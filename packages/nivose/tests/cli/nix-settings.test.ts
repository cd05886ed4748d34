import { describe, expect, test } from "vitest";
import { NixSettings } from "../../src/cli/nix-settings.ts";
import { settingAt } from "../../src/cli/setting-names.ts";
import { splitNixPath } from "../../src/cli/search-path.ts";

describe("a setting as a flag", () => {
  test.each([
    [["--max-call-depth", "5"], { name: "max-call-depth", value: "5" }, 2],
    [["--trace-verbose"], { name: "trace-verbose", value: "true" }, 1],
    [["--no-pure-eval", "x"], { name: "pure-eval", value: "false" }, 1],
    [["--impure"], { name: "pure-eval", value: "false" }, 1],
    [["--extra-nix-path", "a=b"], { name: "extra-nix-path", value: "a=b" }, 2],
  ])("%j", (words, pair, taken) => {
    expect(settingAt(words, 0)).toEqual({ pair, taken });
  });

  test.each([[["--strict"]], [["--timeout", "5"]], [["--max-call-depth"]], [["max-call-depth", "5"]]])(
    "%j is none",
    (words) => {
      expect(settingAt(words, 0)).toBeUndefined();
    },
  );
});

describe("settings", () => {
  const settings = (...pairs: readonly (readonly [string, string])[]): NixSettings =>
    new NixSettings(pairs.map(([name, value], at) => ({ name, value, at, isFlag: false })));

  test("the last of two counts", () => {
    expect(settings(["pure-eval", "true"], ["pure-eval", "0"]).isOn("pure-eval")).toBe(false);
    expect(settings(["pure-eval", "false"], ["pure-eval", "yes"]).isOn("pure-eval")).toBe(true);
  });

  test("lists are replaced or added to", () => {
    const given = settings(["extra-nix-path", "a"], ["extra-nix-path", "b c"]);
    expect(given.list("nix-path", ["usual"])).toEqual(["usual", "a", "b", "c"]);
    expect(settings(["extra-nix-path", "y"], ["nix-path", "x"]).list("nix-path", ["usual"])).toEqual(["x"]);
    expect(settings(["nix-path", " x "], ["extra-nix-path", "y"]).list("nix-path", ["usual"])).toEqual(["x", "y"]);
  });

  test("what makes no sense is ignored with Nix's warning", () => {
    const given = settings(["nope", "1"], ["pure-eval", "maybe"], ["max-call-depth", "x"]);
    expect(given.warnings).toEqual([
      "unknown setting 'nope'",
      "error: Boolean setting 'pure-eval' has invalid value 'maybe'",
      "error: setting 'max-call-depth' has invalid value 'x'",
    ]);
    expect(given.number("max-call-depth")).toBeUndefined();
    expect(given.refused).toBeUndefined();
  });

  test("what makes no sense is refused in the form of a flag", () => {
    const pair = { name: "max-call-depth", value: "x", at: 0, isFlag: true };
    expect(new NixSettings([pair])).toMatchObject({ refused: pair, warnings: [] });
  });

  test("numbers have units", () => {
    expect(settings(["max-call-depth", "2k"]).number("max-call-depth")).toBe(2048);
    expect(settings(["max-call-depth", "+7"]).number("max-call-depth")).toBe(7);
  });
});

test.each([
  ["", []],
  ["/a:/b", ["/a", "/b"]],
  [":/a::/b:", ["/a", "/b"]],
  ["x=/a:y=https://host/z.tar.gz:/b", ["x=/a", "y=https://host/z.tar.gz", "/b"]],
  ["nixpkgs=flake:nixpkgs:/b", ["nixpkgs=flake:nixpkgs", "/b"]],
  ["channel:nixos-24.11:/b", ["channel:nixos-24.11", "/b"]],
])("NIX_PATH=%s", (variable, entries) => {
  expect(splitNixPath(variable)).toEqual(entries);
});
