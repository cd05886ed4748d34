/** Repositories of `fixtures/sites`, and what a growth makes of them. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { structuredPatch } from "diff";
import { patchOfPair } from "../../../src/change/patch.ts";
import type { Repository } from "../../../src/check/source/repository.ts";
import type { Grown, Growth, GrownFile } from "../../../src/scaffold/growth.ts";
import { templatesOf } from "../../../src/scaffold/template.ts";
import { repositoryOf } from "../../check/sources.ts";

export const sitesFolder = path.resolve(import.meta.dirname, "../../../../../fixtures/sites");
export const templates = templatesOf(path.resolve(import.meta.dirname, "../../../presets"), "homelab");

export function siteNames(): readonly string[] {
  return readdirSync(sitesFolder).filter((name) => statSync(path.join(sitesFolder, name)).isDirectory());
}

export function siteOf(name: string): { readonly repository: Repository } {
  const folder = path.join(sitesFolder, name, "site");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, file).split(path.sep).join("/"), readFileSync(file, "utf8")] as const;
  });
  return { repository: repositoryOf(Object.fromEntries(texts.toSorted(([one], [other]) => (one < other ? -1 : 1)))) };
}

export function growthOf(grown: Grown): Growth {
  if (!grown.ok) throw new Error(grown.problems.map(({ message }) => message.text).join("\n"));
  return grown.growth;
}

/** As Git shows it, with what is said; or the problems. */
export function told(grown: Grown, repository: Repository): string {
  if (!grown.ok)
    return grown.problems
      .map(({ message: { code, text, hint }, file }) => `${code}: ${text}\n  ${hint ?? ""}\n  ${file ?? ""}\n`)
      .join("");
  const pairs = [...grown.growth.files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const lines = pairs.flatMap(([name, file]) => {
    const sides = { before: contentOf(repository.read(name)), after: contentOf(file?.bytes) };
    return patchOfPair({ from: name, to: name, ...sides }, structuredPatch).map(({ text }) => text);
  });
  const notes = grown.growth.notes.map((note) => `note: ${note}`);
  return `${[...lines.map((line) => Buffer.from(line, "latin1").toString()), ...notes].join("\n")}\n`;
}

function contentOf(bytes: GrownFile["bytes"] | undefined): Parameters<typeof patchOfPair>[0]["before"] {
  return bytes === undefined ? { kind: "absent" } : { kind: "file", bytes, mode: 0o644 };
}
