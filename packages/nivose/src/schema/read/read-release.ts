/** All that paper has to know of a release, from the sources of it. */

import { filesOfOptions } from "../data/option-files.ts";
import { modulesText, ownersOf } from "../data/owners.ts";
import type { OptionSet } from "../data/option-set.ts";
import { optionsAnswered } from "./options.ts";
import { type AnsweredSet, optionsQuestion } from "./question.ts";
import { type Source, sources } from "./sources.ts";

/** Evaluates Nix, and gives what JSON has of it; with a function of the inspection and the value, what that makes of it. */
export type AskNix = (expression: string, apply?: string) => Promise<unknown>;

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
    if (source === "nixos") files.set("nixos/modules.json", await readModules(folder, facts.options, ask));
  }
  files.set("nixos/release.json", `${JSON.stringify({ release })}\n`);
  return { release, counts, files };
}

/** The modules of NixOS, by their places below `nixos/modules`. */
async function readModules(nixpkgs: string, options: OptionSet, ask: AskNix): Promise<string> {
  const folder = "nixos/modules/";
  const listing = `let
    root = ${nixpkgs} + "/nixos/modules";
    below = folder: prefix:
      builtins.concatMap (name:
        if (builtins.readDir folder).\${name} == "directory"
        then below (folder + "/\${name}") "\${prefix}\${name}/"
        else [ (prefix + name) ]
      ) (builtins.attrNames (builtins.readDir folder));
    placed = file: builtins.substring (builtins.stringLength (toString root) + 1) (-1) (toString file);
    list = root + "/module-list.nix";
  in {
    modules = if builtins.pathExists root then below root "" else [ ];
    base = if builtins.pathExists list then map placed (builtins.filter builtins.isPath (import list)) else [ ];
  }`;
  const { modules, base } = (await ask(listing)) as { modules: string[]; base: string[] };
  const owners = [...ownersOf(options)].filter(([file]) => file.startsWith(folder));
  return modulesText(
    modules.filter((file) => file.endsWith(".nix") && !/(?:^|\/)tests?(?:\/|\.nix$)/u.test(file)),
    base,
    new Map(owners.map(([file, paths]) => [file.slice(folder.length), paths])),
  );
}

/** The names of all packages at the top, whatever they are. */
export async function readPackageNames(nixpkgs: string, ask: AskNix): Promise<readonly string[]> {
  const names = await ask(
    `builtins.attrNames (import ${nixpkgs} { system = "x86_64-linux"; config = { }; overlays = [ ]; })`,
  );
  return names as string[];
}
