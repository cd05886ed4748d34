import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packagesOfOthers, withPackagesOfOthers } from "../../../src/paper/packages-of-others.ts";

const top = mkdtempSync(path.join(tmpdir(), "nivose-others-"));
const source = { folder: path.join(top, "nixpkgs"), narHash: "sha256-0" };
const cache = path.join(top, "cache");

beforeAll(() => {
  mkdirSync(path.join(source.folder, "pkgs/data"), { recursive: true });
  writeFileSync(path.join(source.folder, "pkgs/data/top.json"), '{"names":{"ripgrep":0,"hello":0}}');
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const none = { like: [], names: {} };

test("what is not known, with what is asked of it and what was perhaps meant", () => {
  const asked = [["hello"], ["hello", "man"], ["ripgrpe"], ["fonts", "big"], ["fonts", "small", "otf"]];
  expect(packagesOfOthers(asked, ["hello", "ripgrep"])).toEqual({
    ripgrpe: { like: ["ripgrep"], names: {} },
    fonts: { like: [], names: { big: none, small: { like: [], names: { otf: none } } } },
    // `fonts` may be a whole nixpkgs
    big: none,
    small: { like: [], names: { otf: none } },
  });
});

test("nixpkgs is laid out with them, once for each fleet", () => {
  const made = (...names: string[]) => withPackagesOfOthers(source, [names], "/fleet", cache);
  expect(made("hello")).toBe(source);
  expect(existsSync(cache)).toBe(false);
  const { folder } = made("next");
  expect(JSON.parse(readFileSync(path.join(folder, "pkgs/data/others.json"), "utf8"))).toEqual({ next: none });
  expect(made("next").folder).toBe(folder);
  expect(made("other").folder).not.toBe(folder);
  expect(readdirSync(cache).filter((name) => !name.endsWith(".json"))).toHaveLength(1);
});
