/**
 * Where the definitions stand that an error of the module system is about. Its messages name the option and the files,
 * but no line: the line is found by reading the file, without evaluating it.
 */

import { Node, parse, type Ref, type Tree } from "@nivose/nix/syntax";
import type { Range } from "@nivose/nix/message";

export interface NamedDefinitions {
  /** The names of the option's path. */
  readonly option: readonly string[];
  readonly files: readonly string[];
}

/** The option and the files that a message of the module system names. */
export function namedDefinitions(text: string): NamedDefinitions | undefined {
  const option = /option `([^'\n]+)'/u.exec(text)?.[1];
  if (option === undefined) return undefined;
  const files = [...text.matchAll(/^\s*- In `([^'\n]+)'/gmu)].map((match) => match[1]!);
  return { option: optionNames(option), files: [...new Set(files)] };
}

/** `a."b.c".d` as its names. */
function optionNames(path: string): string[] {
  return [...path.matchAll(/"((?:[^"\\]|\\.)*)"|[^."]+/gu)].map((match) => match[1] ?? match[0]);
}

/**
 * The options and files that error contexts of the module system name, in which the options are defined. The contexts
 * are in the order from the inside out.
 */
export function definitionsUnderWay(contexts: readonly string[]): NamedDefinitions[] {
  const found: NamedDefinitions[] = [];
  let file: string | undefined;
  for (const context of contexts) {
    file = /^while evaluating definitions from `([^'\n]+)'/u.exec(context)?.[1] ?? file;
    const option = /^while evaluating the option `([^'\n]+)'/u.exec(context)?.[1];
    if (option === undefined || file === undefined) continue;
    found.push({ option: optionNames(option), files: [file] });
    file = undefined;
  }
  return found;
}

/** The ranges of the bindings in a file that define an option, or else of what defines something below it. */
export function findDefinitions(source: Uint8Array, option: readonly string[]): Range[] {
  const tree = parse(source, {});
  const found: { readonly ref: Ref; readonly length: number }[] = [];
  walk(tree, tree.root, [], (ref, path) => {
    const names = path[0] === "config" && option[0] !== "config" ? path.slice(1) : path;
    const isIt = option.every((name, index) => names[index] === name);
    if (isIt) found.push({ ref, length: names.length });
  });
  const nearest = Math.min(...found.map(({ length }) => length));
  return found.filter(({ length }) => length === nearest).map(({ ref }) => shownRange(tree, ref));
}

/** Visits all bindings with the names that lead to them through the sets around them. */
function walk(tree: Tree, ref: Ref, path: readonly string[], visit: (ref: Ref, path: readonly string[]) => void): void {
  if (tree.kind(ref) !== Node.Binding) {
    for (const child of tree.children(ref)) walk(tree, child, path, visit);
    return;
  }
  const names = tree.children(tree.child(ref, 0)).map((name) => tree.text(name).replace(/^"(.*)"$/u, "$1"));
  // a module in a list of imports is one of its own
  const inner = names.at(-1) === "imports" ? [] : [...path, ...names];
  visit(ref, inner);
  walk(tree, tree.child(ref, 1), inner, visit);
}

/** A binding of one line whole, of a longer one its name. */
function shownRange(tree: Tree, ref: Ref): Range {
  const whole = tree.range(ref);
  const isOneLine = tree.positions.at(whole.start).line === tree.positions.at(whole.end).line;
  return isOneLine ? whole : tree.range(tree.child(ref, 0));
}
