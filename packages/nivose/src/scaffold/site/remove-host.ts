/** Takes a host out of a repository that nobody knows the layout of: all places where it takes part, and its own files. */

import { Node, NONE, type Ref, Token, type Tree } from "@nivose/nix/syntax";
import { importGraph } from "../../check/source/imports.ts";
import { COMPUTED } from "../../check/source/file-references.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { cannotGrow, type Grown, type GrownFile } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { grownRepository } from "./grown-repository.ts";
import { neededFiles, rootsOf } from "./host-files.ts";
import { saidHosts } from "./hosts.ts";
import type { SaidHost } from "./said-host.ts";
import { usesOfMachine } from "./machine-uses.ts";
import { isWithin } from "./own-files.ts";
import { mentionsName } from "./renaming.ts";
import type { Site } from "./site.ts";
import { byCollection, wiredItems } from "./wired-items.ts";
import { removeItems, together } from "./wiring.ts";

export function removeHost({ repository }: Pick<Site, "repository">, name: string): Grown {
  const all = saidHosts(repository);
  const host = all.find((each) => each.name === name);
  if (host === undefined)
    return cannotGrow(scaffoldMessages["site-no-host"](name, all.map((each) => each.name).join(", ")));
  const files = new Map<string, GrownFile | undefined>();
  const changed = new Map<SourceFile, SourceFile[]>();
  for (const items of byCollection(wiredItems(host))) {
    const { file, collection } = items[0]!;
    const after = removeItems(
      file,
      collection,
      items.map(({ item }) => item),
    );
    changed.set(file, [...(changed.get(file) ?? []), after]);
  }
  for (const [file, each] of changed) files.set(file.name, { bytes: together(file, each).bytes });
  const { gone, left } = ownFiles(repository, host, all);
  for (const file of gone) files.set(file, undefined);
  const places = stillNamed(grownRepository(repository, files), host, gone);
  if (places.length > 0) return cannotGrow(scaffoldMessages["site-still-needed"](name, places.join(", ")));
  return {
    ok: true,
    growth: {
      title: `Remove host ${name}`,
      files,
      notes: [...leftNotes(name, left), ...secretNotes(repository, name)],
      next: [],
    },
  };
}

/** All of a folder goes of which a file takes part. What else has the name, such as secrets, is left to the user. */
function ownFiles(
  repository: Repository,
  host: SaidHost,
  all: readonly SaidHost[],
): { readonly gone: readonly string[]; readonly left: readonly string[] } {
  const needed = neededFiles(repository, host, all);
  const roots = rootsOf(repository, host);
  const isGone = (path: string): boolean => needed.some(({ name }) => isWithin(name, path));
  const named = new Set(needed.flatMap(({ name }) => namedFrom(repository, name)));
  const gone = roots.filter(({ path, files }) => isGone(path) || files.some((file) => named.has(file)));
  return {
    gone: gone.flatMap(({ files }) => files),
    left: roots.filter((root) => !gone.includes(root)).map(({ path }) => path),
  };
}

/** Files of the host's own that are named from a file that takes part. */
function namedFrom(repository: Repository, name: string): readonly string[] {
  return importGraph(repository)
    .from(name)
    .filter(({ target }) => !target.includes(COMPUTED))
    .flatMap(({ files }) => files);
}

/** Where it is meant in what is left. */
function stillNamed(repository: Repository, { name }: SaidHost, gone: readonly string[]): readonly string[] {
  const graph = importGraph(repository);
  const found: string[] = [];
  for (const file of repository.files.values()) {
    const at = (ref: Ref): string => `${file.name}:${file.positions.at(file.tree.start(ref)).line}`;
    for (const { target, at: ref } of graph.from(file.name))
      if (!target.includes(COMPUTED) && gone.some((each) => isWithin(each, target) && mentionsName(target, name)))
        found.push(at(ref));
    if (file.mentions(name)) found.push(...meant(file.tree, file.expression, name).map(at));
  }
  for (const { file, ref } of usesOfMachine(repository, { name }))
    found.push(`${file.name}:${file.positions.at(file.tree.start(ref)).line}`);
  return [...new Set(found)];
}

/** `nixosConfigurations.luna`, and `"luna"` in a list: a dependency, a builder. */
function meant(tree: Tree, ref: Ref, name: string): readonly Ref[] {
  if (ref === NONE || tree.isToken(ref)) return [];
  const children = tree.children(ref);
  if (tree.kind(ref) === Node.Select) {
    const names = tree.children(tree.child(ref, 1)).map((each) => tree.text(each).replaceAll('"', ""));
    if (
      names.some(
        (each, index) => each === name && /(?:Configurations|[Nn]odes|[Hh]osts)$/u.test(names[index - 1] ?? ""),
      )
    )
      return [ref];
  }
  const isList = tree.kind(ref) === Node.List;
  return children.flatMap((child) => (isList && isText(tree, child, name) ? [child] : meant(tree, child, name)));
}

function isText(tree: Tree, ref: Ref, text: string): boolean {
  if (tree.kind(ref) !== Node.String) return false;
  const [only, ...others] = tree.children(ref);
  return others.length === 0 && only !== undefined && tree.kind(only) === Token.StringText && tree.text(only) === text;
}

function leftNotes(name: string, left: readonly string[]): readonly string[] {
  return left.map(
    (path) => `${path} has the name of ${name}, and was left as it is: nothing said that it belongs to the host alone.`,
  );
}

function secretNotes(repository: Repository, name: string): readonly string[] {
  const rules = Buffer.from(repository.read(".sops.yaml") ?? []).toString();
  return mentionsName(rules, name)
    ? [
        `.sops.yaml has a key and rules for ${name}: take them out, and run 'sops updatekeys' on the files that it could read.`,
      ]
    : [];
}
