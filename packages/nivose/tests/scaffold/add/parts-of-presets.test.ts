/** Every part that a preset has a place for, added to a new repository of it and taken out again. */

import { beforeAll, describe, expect, test } from "vitest";
import { adders, type PartVerb } from "../../../src/scaffold/add/adders.ts";
import { addPart, removePart } from "../../../src/scaffold/add/part.ts";
import { loadPreset } from "../../../src/scaffold/presets/index.ts";
import { presetNames } from "../../../src/scaffold/presets/names.ts";
import type { Site } from "../../../src/scaffold/site/site.ts";
import { templatesOf } from "../../../src/scaffold/template.ts";
import { presetsFolder } from "../sound-repository.ts";
import { codesOf, faultsOf, filesOf, siteOf, textsOf, withFiles } from "./grown-site.ts";

const templates = templatesOf(presetsFolder, "shared");
const kinds = Object.keys(adders) as PartVerb[];

const presets = await Promise.all(presetNames.map((name) => loadPreset(name)));

describe.each(presets)("in $name", (preset) => {
  let site: Site;
  beforeAll(async () => {
    site = await siteOf(preset);
  });

  const has = (kind: PartVerb): boolean => preset.layout.parts[kind] !== undefined;

  test.each(kinds.filter((kind) => !has(kind)))("a %s has no place", (kind) => {
    expect(codesOf(addPart(adders[kind], site, { name: "zebra" }, templates))).toEqual(["site-no-place"]);
  });

  test.each(kinds.filter(has))("a %s is added once, and goes without a trace", (kind) => {
    for (const description of [undefined, 'a "zebra" with ${stripes} @name@']) {
      const request = { name: "zebra", ...(description === undefined ? {} : { description }) };
      const added = addPart(adders[kind], site, request, templates);
      const files = filesOf(added);
      expect(files.size).toBeGreaterThan(0);
      const sources = [...files].filter(([path]) => path.endsWith(".nix"));
      expect(sources.flatMap(([, bytes]) => faultsOf(bytes!))).toEqual([]);

      const after = withFiles(site, files);
      expect(filesOf(addPart(adders[kind], after, request, templates)).size).toBe(0);

      const removed = removePart(adders[kind], after, { name: "zebra" }, templates);
      const left = withFiles(after, filesOf(removed)).repository;
      expect(textsOf(left)).toEqual(textsOf(site.repository));
      expect(removed.ok && removed.growth.notes).toEqual([]);
    }
  });
});
