import { beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../../src/scaffold/add/languages.ts";
import { packageAdder } from "../../../src/scaffold/add/package.ts";
import { addPart, removePart } from "../../../src/scaffold/add/part.ts";
import { loadPreset } from "../../../src/scaffold/presets/index.ts";
import type { Site } from "../../../src/scaffold/site/site.ts";
import { templatesOf } from "../../../src/scaffold/template.ts";
import { presetsFolder } from "../sound-repository.ts";
import { codesOf, faultsOf, filesOf, siteOf, textsOf, withFiles } from "./grown-site.ts";

const templates = templatesOf(presetsFolder, "shared");
const presets = await Promise.all((["homelab", "package"] as const).map((name) => loadPreset(name)));

describe.each(presets)("a package of $name", (preset) => {
  let site: Site;
  beforeAll(async () => {
    site = await siteOf(preset);
  });

  const sources: Readonly<Record<string, string>> = {
    "apps/py/pyproject.toml": '[project]\nname = "py"\nversion = "1"\ndependencies = ["httpx", "nosuch"]\n',
    "apps/js/package.json": '{ "name": "js", "version": "1" }',
    "apps/go/go.mod": "module example.org/go\n\nrequire example.org/x v1.0.0\n",
    "apps/rs/Cargo.toml": '[package]\nname = "rs"\nversion = "1"\n',
    "apps/two/package.json": "{}",
    "apps/two/go.mod": "module two\n",
  };
  const withSources = (files: Readonly<Record<string, string>>): Site =>
    withFiles(site, new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));
  const textOf = (files: ReadonlyMap<string, Uint8Array | undefined>): string =>
    [...files].map(([path, bytes]) => `${path}\n${Buffer.from(bytes ?? []).toString()}`).join("\n");

  test.each(languages)("begins in %s, and goes with all of that", (language) => {
    const files = filesOf(addPart(packageAdder, site, { name: "zebra", language }, templates));
    expect(files.size).toBeGreaterThan(1);
    expect([...files].flatMap(([path, bytes]) => (path.endsWith(".nix") ? faultsOf(bytes!) : []))).toEqual([]);
    const after = withFiles(site, files);
    const removed = removePart(packageAdder, after, { name: "zebra" }, templates);
    expect(textsOf(withFiles(after, filesOf(removed)).repository)).toEqual(textsOf(site.repository));
    expect(removed.ok && removed.growth.notes).toEqual([]);
  });

  test.each(["py", "js", "go", "rs"])("is made from the source of apps/%s, which stays", (from) => {
    const before = withSources(sources);
    const files = filesOf(addPart(packageAdder, before, { name: "zebra", from: `apps/${from}` }, templates));
    expect(textOf(files)).toMatch(/src = (?:\.\.\/)+apps\//u);
    const after = withFiles(before, files);
    const removed = filesOf(removePart(packageAdder, after, { name: "zebra" }, templates));
    expect(textsOf(withFiles(after, removed).repository)).toEqual(textsOf(before.repository));
  });

  test("says of itself what its manifest says, without what no file can have in it", () => {
    const description = JSON.stringify('a\u0000b\n\u001bc ${x} "');
    const before = withSources({
      "apps/js/package.json": `{ "name": "js", "version": "1", "description": ${description} }`,
    });
    const files = filesOf(addPart(packageAdder, before, { name: "zebra", from: "apps/js" }, templates));
    expect([...files].flatMap(([path, bytes]) => (path.endsWith(".nix") ? faultsOf(bytes!) : []))).toEqual([]);
    expect(textOf(files)).toContain("a b c \\${x} ");
  });

  test("is made from a source at its own place, which stays", () => {
    const own = preset.name === "homelab" ? "pkgs/zebra" : "packages/zebra";
    const before = withSources({ [`${own}/go.mod`]: "module zebra\n", [`${own}/cmd.go`]: "package main\n" });
    const files = filesOf(addPart(packageAdder, before, { name: "zebra", from: own }, templates));
    const after = withFiles(before, files);
    const removed = filesOf(removePart(packageAdder, after, { name: "zebra" }, templates));
    expect(textsOf(withFiles(after, removed).repository)).toEqual(textsOf(before.repository));
  });

  test.each([
    ["apps/two", "package-unknown"],
    ["apps", "package-unknown"],
    ["nowhere", "package-outside"],
    ["/", "package-outside"],
  ])("is not made from %s", (from, code) => {
    expect(codesOf(addPart(packageAdder, withSources(sources), { name: "zebra", from }, templates))).toEqual([code]);
  });

  test("has no name that nixpkgs has", () => {
    expect(codesOf(addPart(packageAdder, site, { name: "hello" }, templates))).toEqual(["part-exists"]);
  });
});
