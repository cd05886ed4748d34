/**
 * The packages that sources ask nixpkgs for, as far as their text tells. In Nix no set has every name, so that it has to be
 * said beforehand which ones another release is to have.
 */

import { analyze, BY_WITH, parse, type Ref, SymbolTable, type Tree, view } from "@nivose/nix/syntax";
import { bindingOf } from "./roots.ts";
import { nameOf } from "./selected-names.ts";

/** Attribute paths without `pkgs`, in order and once. What is asked whether it exists is left out. */
export function askedPackages(sources: Iterable<Uint8Array>): string[][] {
  const asked = new Map<string, string[]>();
  const doubted = new Set<string>();
  const symbols = new SymbolTable();
  for (const source of sources) {
    const tree = parse(source);
    const { meanings } = analyze(tree, { symbols });
    const text: Text = { tree, isFree: (ref) => meanings[tree.firstToken(ref)] === BY_WITH };
    collect(text, {
      ask: (path) => asked.set(path.join("\0"), path),
      doubt: (path) => doubted.add(path.join("\0")),
    });
  }
  for (const path of doubted) asked.delete(path);
  asked.delete("");
  return [...asked.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
}

interface Text {
  readonly tree: Tree;
  /** Whether a token is a variable that only a `with` can give a value. */
  readonly isFree: (ref: Ref) => boolean;
}

interface Found {
  readonly ask: (path: string[]) => void;
  readonly doubt: (path: string[]) => void;
}

/** The sets of packages that `with` has opened, the innermost first; `hidden` if others may have the names, too. */
interface Opened {
  readonly sets: readonly (readonly string[])[];
  readonly isHidden: boolean;
}

function collect(text: Text, { ask, doubt }: Found): void {
  const { tree, isFree } = text;
  const pending: [ref: Ref, opened: Opened][] = [[tree.root, { sets: [], isHidden: false }]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [ref, opened] = next;
    let inside = opened;
    const node = view(tree, ref);
    switch (node.kind) {
      case "identifier":
        if (isFree(ref)) for (const set of opened.sets) ask([...set, node.name]);
        break;
      case "has-attr":
        doubt(packagePath(text, ref, opened) ?? []);
        break;
      case "select":
        // who has a fallback is content with it
        if (node.fallback === undefined) ask(packagePath(text, ref, opened) ?? []);
        break;
      case "inherit": {
        const set = node.from === undefined ? undefined : packagePath(text, node.from, opened);
        const names = node.names.flatMap((name) => nameOf(tree, name) ?? []);
        if (set !== undefined) for (const name of names) ask([...set, name]);
        break;
      }
      case "file":
        for (const name of demanded(tree, node.expression)) ask([name]);
        break;
      case "apply":
        if (/\bcallPackage$/u.test(tree.text(node.function)))
          for (const name of demanded(tree, node.arguments[0]!)) ask([name]);
        break;
      case "with":
        inside = within(text, node.scope, opened);
        break;
    }
    if (!tree.isToken(ref)) for (const child of tree.children(ref)) pending.push([child, inside]);
  }
}

function within(text: Text, scope: Ref, opened: Opened): Opened {
  const set = packagePath(text, scope, opened);
  if (set !== undefined) return { ...opened, sets: opened.isHidden ? [] : [set, ...opened.sets] };
  return LIBRARY.test(text.tree.text(scope)) ? opened : { ...opened, isHidden: true };
}

/** No name of a package is one of these, too. */
const LIBRARY = /^(?:.*\.)?lib(?:\.types)?$|^types$|^builtins$/su;

/** What a function takes that `callPackage` may call. A module takes more than it names. */
function demanded(tree: Tree, ref: Ref): string[] {
  const node = view(tree, ref);
  if (node.kind === "paren") return demanded(tree, node.expression);
  const taken = node.kind === "lambda" && node.formals !== undefined ? view(tree, node.formals) : undefined;
  if (taken?.kind !== "formals" || taken.ellipsis) return [];
  return taken.formals.flatMap((formal) => {
    const each = view(tree, formal);
    return each.kind === "formal" && each.fallback === undefined ? [tree.text(each.name)] : [];
  });
}

/** What an expression is called in nixpkgs: nothing at all for the whole of it, `undefined` for what is none of it. */
function packagePath(text: Text, ref: Ref, opened: Opened, depth = 0): string[] | undefined {
  const { tree, isFree } = text;
  if (depth > DEEPEST) return undefined;
  const node = view(tree, ref);
  switch (node.kind) {
    case "identifier": {
      const [set] = opened.sets;
      if (isFree(ref)) return set === undefined ? undefined : [...set, node.name];
      const bound = bindingOf(tree, tree.start(ref), node.name);
      const path = bound === undefined ? undefined : packagePath(text, bound, opened, depth + 1);
      return path ?? (ALL_PACKAGES.test(node.name) ? [] : undefined);
    }
    case "paren":
      return packagePath(text, node.expression, opened, depth + 1);
    case "apply":
      return [node.function, ...node.arguments].some((each) => OF_NIXPKGS.test(tree.text(each))) ? [] : undefined;
    case "select":
    case "has-attr": {
      const names = tree.children(node.attrPath).map((name) => nameOf(tree, name));
      const all = names.indexOf("legacyPackages");
      const path = all >= 0 ? [] : packagePath(text, node.subject, opened, depth + 1);
      // the name of the system comes first
      const below = all >= 0 ? names.slice(all + 2) : names;
      const isKnown = below.every((name): name is string => name !== undefined);
      return path === undefined || !isKnown ? undefined : [...path, ...below];
    }
    default:
      return undefined;
  }
}

/** Variables may be defined by each other. */
const DEEPEST = 20;

/** What the set of all packages is usually called, also within overlays. */
const ALL_PACKAGES = /^pkgs|pkgs$|^(?:final|prev|super|stable|unstable)$/iu;

const OF_NIXPKGS = /^(?:[\w.-]+\.)?nixpkgs[\w-]*$|^<nixpkgs>$/iu;
