/**
 * The paths that a file names, and as what it names them: a module to import, an expression to import, a package to call, a
 * folder to look into, or just a path.
 */

import path from "node:path";
import { Node, NONE, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import type { Range } from "@nivose/nix/message";
import { lastName } from "../../schema/definitions.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * `imports`: among the modules that a module or a configuration is made of; `import`: given to `import`; `package`: to
 * `callPackage`; `source`: what a package is built from, or what is looked at as text; `path`: anything else, such as a folder that a function
 * reads everything from.
 */
export type ReferenceKind = "imports" | "import" | "package" | "source" | "path";

export interface NamedPath {
  readonly kind: ReferenceKind;
  readonly at: Ref;
  readonly range: Range;
  /**
   * Relative to the repository, and outside of it with `..` in front. What is computed is {@link COMPUTED}; it stands for some
   * characters without a slash, or with slashes if nothing else is behind it.
   */
  readonly target: string;
  /** Whether it depends on something: it lies within an `if`, an `optional` or the like. */
  readonly isConditional: boolean;
  /** Whether it stands in a list of modules, also as what `import` is given. */
  readonly isAmongModules: boolean;
  /** The list of modules that it stands in by itself, and not in a call or a branch. */
  readonly listedIn: string | undefined;
  /** The function that it is given to, as it is or in parentheses. */
  readonly givenTo: string | undefined;
}

export const COMPUTED = "\0";

/** Nothing for most of those files that are no part of the fleet's own wiring. */
export function namedPathsIn(file: SourceFile, flakeFolder: string): readonly NamedPath[] {
  const known = kept.get(file);
  if (known !== undefined) return known;
  const found: NamedPath[] = [];
  if (mayName(file.tree)) visit(file, flakeFolder, file.expression, outermost, found);
  kept.set(file, found);
  return found;
}

const kept = new WeakMap<SourceFile, readonly NamedPath[]>();

/** A look at the tokens alone is enough to know that most files name nothing. */
function mayName({ tokenKinds, source }: Tree): boolean {
  if (tokenKinds.includes(Token.Path) || tokenKinds.includes(Token.PathText)) return true;
  return Buffer.from(source.buffer, source.byteOffset, source.length).includes("self");
}

type Standing = Omit<NamedPath, "at" | "range" | "target">;

const outermost: Standing = {
  kind: "path",
  isConditional: false,
  isAmongModules: false,
  listedIn: undefined,
  givenTo: undefined,
};
const within = { listedIn: undefined, givenTo: undefined };

const conditional: ReadonlySet<string> = new Set(["optional", "optionals", "mkIf", "optionalAttrs", "filter"]);
const listsOfModules: ReadonlySet<string> = new Set(["imports", "modules", "sharedModules", "extraModules"]);
const looksAtText: ReadonlySet<string> = new Set(["readFile", "importJSON", "importTOML", "hashFile", "pathExists"]);
const buildsFrom = /^(?:run|mkDerivation|run[A-Z].*|build[A-Z].*|mk[A-Z].*Package|cleanSource.*|write[A-Z].*)$/u;

function visit(file: SourceFile, flake: string, ref: Ref, standing: Standing, found: NamedPath[]): void {
  if (ref === NONE) return;
  const { tree } = file;
  const text = pathText(tree, ref, file.name, flake);
  if (text !== undefined) {
    found.push({ ...standing, at: ref, range: tree.range(ref), target: text });
    return;
  }
  if (tree.isToken(ref)) return;
  const inner = (child: Ref, change: Partial<Standing> = {}): void =>
    visit(file, flake, child, { ...standing, ...change }, found);
  const node = view(tree, ref);
  switch (node.kind) {
    case "apply": {
      const name = lastName(tree, node.function) ?? "";
      inner(node.function, within);
      const kind = kindIn(name, standing.kind);
      const isConditional = standing.isConditional || conditional.has(name);
      for (const [index, argument] of node.arguments.entries())
        inner(argument, { kind, isConditional, listedIn: undefined, givenTo: index === 0 ? name : undefined });
      return;
    }
    case "if":
      inner(node.condition, { kind: "path", ...within });
      for (const branch of [node.consequence, node.alternative]) inner(branch, { isConditional: true, ...within });
      return;
    case "binding": {
      const names = tree.children(node.attrPath);
      const last = names.length === 0 ? "" : tree.text(names.at(-1)!);
      inner(node.attrPath, { kind: "path", ...within });
      const isList = listsOfModules.has(last);
      inner(node.value, {
        kind: isList ? "imports" : standing.kind === "source" && last === "src" ? "source" : "path",
        isConditional: isList ? false : standing.isConditional,
        isAmongModules: isList,
        listedIn: isList ? last : undefined,
        givenTo: undefined,
      });
      return;
    }
    case "select":
    case "has-attr":
      for (const child of tree.children(ref)) inner(child, { kind: "path", ...within });
      return;
    case "paren":
      inner(node.expression);
      return;
    default:
      for (const child of tree.children(ref)) inner(child, { givenTo: undefined });
  }
}

/** What the arguments of a function are for. */
function kindIn(name: string, around: ReferenceKind): ReferenceKind {
  if (name === "import" || name === "scopedImport") return "import";
  if (name.startsWith("callPackage") || name.endsWith("callPackage")) return "package";
  if (looksAtText.has(name) || buildsFrom.test(name)) return "source";
  if (around === "imports" && !readsFolders.has(name)) return "imports";
  return "path";
}

const readsFolders: ReadonlySet<string> = new Set(["readDir", "listFilesRecursive", "attrNames"]);

/** `./a`, `./${a}`, `./a + "/b"`, `"${self}/a"`, `self + "/a"`, relative to the repository. */
function pathText(tree: Tree, ref: Ref, file: string, flake: string): string | undefined {
  const text = rawPath(tree, ref, flake);
  if (text === undefined) return undefined;
  const folder = path.posix.dirname(file);
  const target = text.startsWith(OF_FLAKE)
    ? path.posix.join(flake || ".", text.slice(OF_FLAKE.length))
    : path.posix.join(folder, text);
  return target.replace(/\/$/u, "");
}

/** Stands for the folder of the flake. */
const OF_FLAKE = "\u0001/";

function rawPath(tree: Tree, ref: Ref, flake: string): string | undefined {
  switch (tree.kind(ref)) {
    case Token.Path: {
      const text = utf8(tree.text(ref));
      return text.startsWith("/") ? undefined : text;
    }
    case Node.InterpolatedPath: {
      const text = pieces(tree, tree.children(ref));
      return text.startsWith("/") || text.startsWith("~") ? undefined : text;
    }
    case Node.Paren:
      return tree.kind(tree.child(ref, 0)) === Node.Binary ? rawPath(tree, tree.child(ref, 0), flake) : undefined;
    case Node.Binary: {
      if (tree.kind(tree.child(ref, 1)) !== Token.Plus) return undefined;
      const left = pathOrSelf(tree, tree.child(ref, 0), flake);
      if (left === undefined) return undefined;
      const right = tree.child(ref, 2);
      return left + (tree.kind(right) === Node.String ? pieces(tree, tree.children(right)) : COMPUTED);
    }
    case Node.String: {
      const [first, ...rest] = tree.children(ref);
      if (first === undefined || rest.length === 0 || tree.kind(first) !== Node.Interpolation) return undefined;
      const start = pathOrSelf(tree, tree.child(first, 0), flake);
      const end = pieces(tree, rest);
      return start === undefined || !end.startsWith("/") ? undefined : start + end;
    }
    default:
      return undefined;
  }
}

/** A path, `self`, `inputs.self`, `toString ./.`. */
function pathOrSelf(tree: Tree, ref: Ref, flake: string): string | undefined {
  const node = view(tree, ref);
  if (node.kind === "paren") return pathOrSelf(tree, node.expression, flake);
  if (node.kind === "identifier") return node.name === "self" ? OF_FLAKE : undefined;
  if (node.kind === "select") {
    const names = [tree.text(node.subject), ...tree.children(node.attrPath).map((name) => tree.text(name))];
    const isSelf = names.at(names.at(-1) === "outPath" ? -2 : -1) === "self";
    return isSelf ? OF_FLAKE : undefined;
  }
  if (node.kind === "apply")
    return lastName(tree, node.function) === "toString" ? pathOrSelf(tree, node.arguments[0]!, flake) : undefined;
  return rawPath(tree, ref, flake);
}

function pieces(tree: Tree, refs: readonly Ref[]): string {
  return refs.map((ref) => (tree.isToken(ref) ? utf8(tree.text(ref)) : COMPUTED)).join("");
}

function utf8(text: string): string {
  return Buffer.from(text, "latin1").toString();
}
