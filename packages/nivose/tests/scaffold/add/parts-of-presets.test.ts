/** Every part that a preset has a place for, added to a new repository of it and taken out again. */

import { formatSource } from "@nivose/nix/format";
import { analyze, parse } from "@nivose/nix/syntax";
import { beforeAll, describe, expect, test } from "vitest";
import type { Repository } from "../../../src/check/source/repository.ts";
import { adders, type PartVerb } from "../../../src/scaffold/add/adders.ts";
import { addPart, removePart } from "../../../src/scaffold/add/part.ts";
import type { Grown } from "../../../src/scaffold/growth.ts";
import { loadPreset } from "../../../src/scaffold/presets/index.ts";
import { presetNames } from "../../../src/scaffold/presets/names.ts";
import type { Site } from "../../../src/scaffold/site/site.ts";
import { templatesOf } from "../../../src/scaffold/template.ts";
import { repositoryOf } from "../repository-of.ts";
import { composed, presetsFolder, resolved } from "../sound-repository.ts";

const templates = templatesOf(presetsFolder, "shared");
const kinds = Object.keys(adders) as PartVerb[];

const presets = await Promise.all(presetNames.map((name) => loadPreset(name)));

describe.each(presets)("in $name", (preset) => {
  let site: Site;
  beforeAll(async () => {
    const fleet = resolved(preset.founding, preset);
    const { files } = await composed(fleet, preset);
    const repository = repositoryOf(files);
    site = { repository, own: undefined, layout: preset.layout, namespace: fleet.namespace };
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

function codesOf(grown: Grown): string[] {
  return grown.ok ? [] : grown.problems.map(({ message }) => message.code);
}

function filesOf(grown: Grown): ReadonlyMap<string, Uint8Array | undefined> {
  if (!grown.ok) throw new Error(grown.problems.map(({ message }) => message.text).join("\n"));
  return new Map([...grown.growth.files].map(([path, file]) => [path, file?.bytes]));
}

function withFiles(site: Site, files: ReadonlyMap<string, Uint8Array | undefined>): Site {
  const texts = textsOf(site.repository);
  for (const [path, bytes] of files) {
    if (bytes === undefined) texts.delete(path);
    else texts.set(path, Buffer.from(bytes).toString());
  }
  return { ...site, repository: repositoryOf([...texts].map(([path, text]) => ({ path, text }))) };
}

function textsOf({ tracked, read }: Repository): Map<string, string> {
  return new Map([...tracked].toSorted().map((path) => [path, Buffer.from(read(path)!).toString()]));
}

function faultsOf(bytes: Uint8Array): string[] {
  const faults = analyze(parse(bytes)).diagnostics.map(({ text }) => text);
  const formatted = formatSource(bytes);
  const isFormatted = "text" in formatted && Buffer.compare(formatted.text, bytes) === 0;
  return isFormatted ? faults : [...faults, "not formatted"];
}
