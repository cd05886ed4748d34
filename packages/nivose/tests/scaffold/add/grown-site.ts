/** A new repository of a preset, and what it is after something was added to it. */

import { formatSource } from "@nivose/nix/format";
import { analyze, parse } from "@nivose/nix/syntax";
import type { Repository } from "../../../src/check/source/repository.ts";
import type { Grown } from "../../../src/scaffold/growth.ts";
import type { Preset } from "../../../src/scaffold/preset.ts";
import type { Site } from "../../../src/scaffold/site/site.ts";
import { repositoryOf } from "../repository-of.ts";
import { composed, resolved } from "../sound-repository.ts";

export async function siteOf(preset: Preset): Promise<Site> {
  const fleet = resolved(preset.founding, preset);
  const { files } = await composed(fleet, preset);
  const own = { preset, fleet, problems: [] };
  return { repository: repositoryOf(files), own, layout: preset.layout, namespace: fleet.namespace };
}

export function codesOf(grown: Grown): string[] {
  return grown.ok ? [] : grown.problems.map(({ message }) => message.code);
}

export function filesOf(grown: Grown): ReadonlyMap<string, Uint8Array | undefined> {
  if (!grown.ok) throw new Error(grown.problems.map(({ message }) => message.text).join("\n"));
  return new Map([...grown.growth.files].map(([path, file]) => [path, file?.bytes]));
}

export function withFiles(site: Site, files: ReadonlyMap<string, Uint8Array | undefined>): Site {
  const texts = textsOf(site.repository);
  for (const [path, bytes] of files) {
    if (bytes === undefined) texts.delete(path);
    else texts.set(path, Buffer.from(bytes).toString());
  }
  return { ...site, repository: repositoryOf([...texts].map(([path, text]) => ({ path, text }))) };
}

export function textsOf({ tracked, read }: Repository): Map<string, string> {
  return new Map([...tracked].toSorted().map((path) => [path, Buffer.from(read(path)!).toString()]));
}

export function faultsOf(bytes: Uint8Array): string[] {
  const faults = analyze(parse(bytes)).diagnostics.map(({ text }) => text);
  const formatted = formatSource(bytes);
  const isFormatted = "text" in formatted && Buffer.compare(formatted.text, bytes) === 0;
  return isFormatted ? faults : [...faults, "not formatted"];
}
