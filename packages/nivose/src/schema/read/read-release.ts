/** All that paper has to know of a release, from the sources of it. */

import { filesOfOptions } from "../data/option-files.ts";
import { readModules } from "./modules.ts";
import type { RenamedSets } from "./old-names.ts";
import { optionsAnswered } from "./options.ts";
import { type AnsweredSet, optionsQuestion } from "./question.ts";
import { type AskNix, type Source, sources } from "./sources.ts";

/** Sources as expressions, which are folders or texts of them. */
export interface Sources {
  readonly nixpkgs: string;
  readonly "home-manager"?: string;
  readonly "nix-darwin"?: string;
}

export interface ReleaseFacts {
  readonly release: string;
  /** How many options there are, by whose they are. */
  readonly counts: Readonly<Record<string, number>>;
  /** Texts by their paths. */
  readonly files: ReadonlyMap<string, string>;
}

export async function readRelease(
  given: Sources,
  ask: AskNix,
  different: (source: Source, what: "defaults" | "types") => ReadonlySet<string>,
): Promise<ReleaseFacts> {
  const release = (await ask(`(import (${given.nixpkgs} + "/lib")).trivial.release`)) as string;
  const files = new Map<string, string>();
  const counts: Record<string, number> = {};
  for (const source of Object.keys(sources) as Source[]) {
    const folder = source === "nixos" ? given.nixpkgs : given[source];
    if (folder === undefined) continue;
    const declared = `(${sources[source]}) { nixpkgs = ${given.nixpkgs}; source = ${folder}; }`;
    const answer = (await ask(declared, optionsQuestion)) as AnsweredSet;
    const root = (await ask(`toString ${folder}`)) as string;
    const facts = optionsAnswered(answer, {
      roots: [root],
      libNames: new Set((await ask(`builtins.attrNames (import (${given.nixpkgs} + "/lib"))`)) as string[]),
      isOtherType: (option) => different(source, "types").has(option),
      isDifferent: (option) => different(source, "defaults").has(option),
    });
    counts[source] = facts.count;
    for (const [file, text] of filesOfOptions(facts)) files.set(`${source}/options/${file}`, text);
    const places = { nixpkgs: given.nixpkgs, folder };
    files.set(`${source}/modules.json`, await readModules(source, places, facts.options, ask));
    files.set(`${source}/renamed-sets.json`, renamedSetsText(facts.renamedSets));
  }
  files.set("nixos/release.json", `${JSON.stringify({ release })}\n`);
  return { release, counts, files };
}

function renamedSetsText(sets: RenamedSets): string {
  return `${JSON.stringify(sets, undefined, 2)}\n`;
}

/** The names of all packages at the top, whatever they are. */
export async function readPackageNames(nixpkgs: string, ask: AskNix): Promise<readonly string[]> {
  const names = await ask(
    `builtins.attrNames (import ${nixpkgs} { system = "x86_64-linux"; config = { }; overlays = [ ]; })`,
  );
  return names as string[];
}
