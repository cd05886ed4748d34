/**
 * Where the definitions stand that an error of the module system is about. Its messages name the option and the files,
 * but no line: the line is found by reading the file, without evaluating it.
 */

import type { Range } from "@nivose/nix/message";
import { Node, NONE, type Ref, type Tree } from "@nivose/nix/syntax";

export interface NamedDefinitions {
  /** The names of the option's path. */
  readonly option: readonly string[];
  /** Which element of its list, from 1 on, if it is about one. */
  readonly entry?: number;
  readonly files: readonly string[];
}

/** The option and the files that a message of the module system names. */
export function namedDefinitions(text: string): NamedDefinitions | undefined {
  const option = /option (?:definition )?`([^'\n]+)'/u.exec(text)?.[1];
  if (option === undefined) return undefined;
  const files = [...text.matchAll(/(?:^\s*- In|' in) `([^'\n]+)'/gmu)].map((match) => fileOfModule(match[1]!));
  return { ...optionNames(option), files: [...new Set(files)] };
}

/** What a context of the module system says is going on in a file. */
export type FileContext =
  | { readonly kind: "definitions"; readonly file: string }
  | { readonly kind: "option"; readonly names: Pick<NamedDefinitions, "option" | "entry"> }
  | { readonly kind: "argument"; readonly file: string; readonly name: string };

export function readContext(text: string): FileContext | undefined {
  const [, argument, argumentFile] =
    /^while evaluating the module argument `([^'\n]+)' in "([^"\n]+)"/u.exec(text) ?? [];
  if (argumentFile !== undefined) return { kind: "argument", file: fileOfModule(argumentFile), name: argument! };
  const file = /^while evaluating definitions from `([^'\n]+)'/u.exec(text)?.[1];
  if (file !== undefined) return { kind: "definitions", file: fileOfModule(file) };
  const option = /^while evaluating the option `([^'\n]+)'/u.exec(text)?.[1];
  return option === undefined ? undefined : { kind: "option", names: optionNames(option) };
}

/** A module may be a part of a file: `/…/flake.nix:anon-2`, or `/…/flake.nix, via option flake.modules.nixos.base`. */
export function fileOfModule(name: string): string {
  return name.replace(/(?:, via .*|(?::anon-\d+)+)$/u, "");
}

/** `a."b.c".d` as its names; `a."[definition 1-entry 2]"` is the second element of `a`. */
export function optionNames(path: string): Pick<NamedDefinitions, "option" | "entry"> {
  const names = [...path.matchAll(/"((?:[^"\\]|\\.)*)"|[^."]+/gu)].map((match) => match[1] ?? match[0]);
  const entry = /^\[definition \d+-entry (\d+)\]$/u.exec(names.at(-1) ?? "")?.[1];
  return entry === undefined ? { option: names } : { option: names.slice(0, -1), entry: Number(entry) };
}

/**
 * The ranges of the bindings in a file that define an option, or else of what defines something below it. A module of a home, or of
 * a submodule, knows nothing of the names before those of its own options.
 */
export function findDefinitions(tree: Tree, option: readonly string[], entry?: number): Range[] {
  for (let start = 0; start === 0 || start + LEAST_OWN_NAMES <= option.length; start++) {
    const found = definitionsOf(tree, option.slice(start), entry);
    if (found.length > 0) return found;
  }
  return [];
}

/** One name alone may be anything. */
const LEAST_OWN_NAMES = 2;

function definitionsOf(tree: Tree, option: readonly string[], entry: number | undefined): Range[] {
  const found: { readonly ref: Ref; readonly length: number }[] = [];
  walk(tree, tree.root, [], (ref, path) => {
    const names = path[0] === "config" && option[0] !== "config" ? path.slice(1) : path;
    const isIt = option.every((name, index) => names[index] === name);
    if (isIt) found.push({ ref, length: names.length });
  });
  const nearest = Math.min(...found.map(({ length }) => length));
  return found.filter(({ length }) => length === nearest).map(({ ref }) => shownRange(tree, ref, entry));
}

/** The argument of that name of the function that a file is, or else of one within it. */
export function findArgument(tree: Tree, name: string): Range | undefined {
  let ref = tree.child(tree.root, 0);
  while (tree.kind(ref) === Node.Let || tree.kind(ref) === Node.Paren) ref = tree.child(ref, 0);
  const formals = tree.kind(ref) === Node.Lambda ? tree.child(ref, 1) : NONE;
  const formal = formalOf(tree, formals === NONE ? tree.root : formals, name) ?? formalOf(tree, tree.root, name);
  return formal === undefined ? undefined : tree.range(formal);
}

function formalOf(tree: Tree, ref: Ref, name: string): Ref | undefined {
  if (tree.kind(ref) === Node.Formal && nameOf(tree, ref) === name) return ref;
  if (tree.isToken(ref)) return undefined;
  for (const child of tree.children(ref)) {
    const found = formalOf(tree, child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameOf(tree: Tree, formal: Ref): string {
  return tree.text(tree.child(formal, 0));
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

/** An element that is asked for, a binding of one line whole, of a longer one its name. */
function shownRange(tree: Tree, ref: Ref, entry: number | undefined): Range {
  const element = entry === undefined ? undefined : elementOf(tree, tree.child(ref, 1), entry);
  if (element !== undefined) return tree.range(element);
  const whole = tree.range(ref);
  const isOneLine = tree.positions.at(whole.start).line === tree.positions.at(whole.end).line;
  return isOneLine ? whole : tree.range(tree.child(ref, 0));
}

/** An element of a list that is written down, perhaps behind `with` or as the last argument of a `mkIf`. */
function elementOf(tree: Tree, ref: Ref, entry: number): Ref | undefined {
  const children = tree.children(ref);
  switch (tree.kind(ref)) {
    case Node.List:
      return children[entry - 1];
    case Node.With:
    case Node.Apply:
      return elementOf(tree, children.at(-1)!, entry);
    case Node.Paren:
    case Node.Let:
      return elementOf(tree, children[0]!, entry);
    default:
      return undefined;
  }
}
