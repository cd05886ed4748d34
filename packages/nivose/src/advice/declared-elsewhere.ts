/** Files of the user's repository that declare an option and are not part of the evaluation that misses it. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Node, parse, type Ref, type Tree } from "@nivose/nix/syntax";
import type { Failed } from "./failed.ts";
import { encoded } from "./places/sources.ts";
import { namesOf } from "./source.ts";

/** So many files are looked at, so that a mistake in a large repository is told of at once, too. */
const MOST_FILES = 2000;
const LARGEST = 1 << 18;

export function declaredIn(folder: string, option: readonly string[], { failure }: Failed): string[] {
  const known = new Set(failure.files);
  const last = option.at(-1)!;
  return nixFiles(folder).filter((file) => {
    if (known.has(encoded(file))) return false;
    const text = contentOf(file);
    if (text === undefined || !text.includes(last) || !text.includes("options")) return false;
    return declares(parse(text, { pipeOperators: true }), option);
  });
}

function nixFiles(folder: string): string[] {
  const found: string[] = [];
  const open = [folder];
  for (let at = open.shift(); at !== undefined && found.length < MOST_FILES; at = open.shift()) {
    for (const entry of entriesOf(at)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) open.push(path.join(at, entry.name));
      else if (entry.isFile() && entry.name.endsWith(".nix")) found.push(path.join(at, entry.name));
    }
  }
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function contentOf(file: string): Buffer | undefined {
  try {
    return statSync(file).size > LARGEST ? undefined : readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whether there is an `options.a.b = …` or `options = { a.b = …; }` of the option, of one below it, or of one around it. */
export function declares(tree: Tree, option: readonly string[]): boolean {
  return declarationIn(tree, option) !== undefined;
}

/** The binding that does so. */
export function declarationIn(tree: Tree, option: readonly string[]): Ref | undefined {
  const visit = (ref: Ref, names: readonly string[] | undefined): Ref | undefined => {
    if (tree.isToken(ref)) return undefined;
    let inner = names;
    if (tree.kind(ref) === Node.Binding) {
      const own = namesOf(tree, tree.child(ref, 0));
      inner = names === undefined ? (own[0] === "options" ? own.slice(1) : undefined) : [...names, ...own];
      const isReached = inner !== undefined && inner.length >= option.length;
      if (isReached && option.every((name, index) => inner![index] === name)) return ref;
    }
    for (const child of tree.children(ref)) {
      const found = visit(child, inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(tree.root, undefined);
}
