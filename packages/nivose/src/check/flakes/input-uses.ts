/**
 * Which inputs of a flake are used. What `flake.nix` does with each by name is to be seen; where it hands all of them on as one,
 * the names have to be looked for in the files of the repository, and whoever else gets them may use any.
 */

import { NONE, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import { lastName } from "../../schema/definitions.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";
import { flakeText, formalsOf } from "./declared-inputs.ts";

export interface UnusedInputs {
  readonly names: readonly string[];
  /** Whether all places are known at which an input could be named. */
  readonly isComplete: boolean;
}

/** The inputs that are named nowhere; none where something goes through all of them, or looks for one by a computed name. */
export function unusedInputs(file: SourceFile, repository: Repository): UnusedInputs {
  const { inputs, outputs, declarations } = flakeText(file);
  const own = outputs === undefined ? undefined : usesInOutputs(file, outputs);
  const used = new Set([...followedNames(file), ...(own?.names ?? [])]);
  let names = [...inputs.keys()].filter((name) => !used.has(name));
  if (names.length === 0 || (own !== undefined && !own.isHandedOn)) return { names, isComplete: true };
  const formals = outputs === undefined ? [] : formalsOf(file.tree, outputs);
  const inFile = namesIn(file, [...declarations, ...formals]);
  names = names.filter((name) => !inFile.has(name));
  for (const each of repository.files.values()) {
    if (names.length === 0) break;
    if (each === file) continue;
    const flake = repository.flakes.find((it) => it.file === each);
    const inOther = flake === undefined ? undefined : namesIn(each, flakeText(each).declarations);
    const text = Buffer.from(each.bytes).toString("latin1");
    names = names.filter((name) => (inOther === undefined ? !text.includes(name) : !inOther.has(name)));
  }
  if (names.length > 0 && [...repository.files.values()].some(goesThroughInputs)) names = [];
  return { names, isComplete: false };
}

/** The inputs that others follow: `inputs.x.inputs.y.follows = "z/y"` uses `z`. */
function followedNames(file: SourceFile): Set<string> {
  const found = new Set<string>();
  for (const { settings } of flakeText(file).inputs.values())
    for (const { path, text } of settings)
      if (path.at(-1) === "follows" && text !== undefined) found.add(text.split("/")[0]!);
  return found;
}

/** What the function of the outputs does with its arguments; nothing if it is not written there. */
function usesInOutputs(
  { tree, analysis }: SourceFile,
  outputs: Ref,
): { readonly names: ReadonlySet<string>; readonly isHandedOn: boolean } | undefined {
  const lambda = view(tree, outputs);
  if (lambda.kind !== "lambda") return undefined;
  const names = new Set<string>();
  let isHandedOn = false;
  const binders = new Map<number, string>();
  for (const name of formalsOf(tree, outputs)) binders.set(~name + 1, tree.text(name));
  const whole = lambda.name === undefined ? undefined : ~lambda.name + 1;
  const visit = (ref: Ref, above: readonly Ref[]): void => {
    if (ref === NONE) return;
    if (!tree.isToken(ref)) {
      for (const child of tree.children(ref)) visit(child, [ref, ...above]);
      return;
    }
    const meaning = analysis.meanings[~ref] ?? 0;
    const name = binders.get(meaning);
    if (name !== undefined && name !== "self") names.add(name);
    if (meaning === whole || name === "self") {
      const outer = above.find((each) => view(tree, each).kind !== "paren")!;
      const taken = namesTaken(tree, ref, outer, name === "self" ? ["inputs"] : []);
      // the flake itself has all of its inputs
      if (taken === undefined || taken.includes("self")) isHandedOn = true;
      else for (const each of taken) names.add(each);
    }
  };
  visit(lambda.body, [outputs]);
  if (lambda.formals !== undefined) visit(lambda.formals, [outputs]);
  return { names, isHandedOn };
}

/** Of `inputs.a.b` or `inherit (inputs) a b`, what it takes; nothing if it takes the whole. */
function namesTaken(tree: Tree, ref: Ref, above: Ref, below: readonly string[]): readonly string[] | undefined {
  const node = view(tree, above);
  const attrPath = node.kind === "select" || node.kind === "has-attr" ? view(tree, node.attrPath) : undefined;
  if (attrPath?.kind === "attr-path") {
    const path = attrPath.names.map((name) => nameOf(tree, name));
    if (path.slice(0, below.length).some((name, at) => name !== below[at]))
      return path.includes(undefined) && below.length > 0 ? undefined : [];
    const name = path[below.length];
    return name === undefined ? undefined : [name];
  }
  if (node.kind !== "inherit" || node.from === undefined || tree.end(ref) > tree.end(node.from)) return undefined;
  const names = node.names.map((name) => nameOf(tree, name));
  return names.includes(undefined) || below.length > 0 ? undefined : (names as string[]);
}

/** All names in a file, in whatever role, and all words of its strings. */
function namesIn({ tree }: SourceFile, outside: readonly Ref[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (ref: Ref): void => {
    if (ref === NONE || outside.includes(ref)) return;
    if (!tree.isToken(ref)) for (const child of tree.children(ref)) visit(child);
    else for (const word of tree.text(ref).match(/[\w-]+/gu) ?? []) names.add(word);
  };
  visit(tree.root);
  return names;
}

/** Whether a file does something with inputs of whatever name. */
function goesThroughInputs({ bytes, tree }: SourceFile): boolean {
  if (!/inputs/iu.test(Buffer.from(bytes).toString("latin1"))) return false;
  let isGeneric = false;
  const visit = (ref: Ref, above: readonly Ref[]): void => {
    if (ref === NONE || isGeneric) return;
    if (!tree.isToken(ref)) for (const child of tree.children(ref)) visit(child, [ref, ...above]);
    else if (tree.kind(ref) === Token.Identifier && /inputs'?$/iu.test(tree.text(ref)))
      isGeneric = !isFollowedByName(tree, ref, above) && isGone(tree, above);
  };
  visit(tree.root, []);
  return isGeneric;
}

/** `inputs.nixpkgs`, `self.inputs.nixpkgs` */
function isFollowedByName(tree: Tree, ref: Ref, [inner = NONE, outer = NONE]: readonly Ref[]): boolean {
  const node = view(tree, inner);
  if (node.kind === "select") return node.subject === ref && !isComputed(tree, node.attrPath);
  if (node.kind !== "attr-path" || view(tree, outer).kind !== "select") return false;
  const next = node.names[node.names.indexOf(ref) + 1];
  return next !== undefined && nameOf(tree, next) !== undefined;
}

/** Whether what a name of inputs stands for is gone through, or asked for a computed name. */
function isGone(tree: Tree, above: readonly Ref[]): boolean {
  for (const outer of above) {
    const node = view(tree, outer);
    if (node.kind === "lambda" || node.kind === "attr-set" || node.kind === "let" || node.kind === "binding")
      return false;
    if (node.kind === "binary" && /^\|>|<\|$/u.test(operatorText(tree, outer))) return true;
    if ((node.kind === "select" || node.kind === "has-attr") && isComputed(tree, node.attrPath)) return true;
    if (node.kind === "apply" && goingThrough.has(lastName(tree, node.function) ?? "")) return true;
  }
  return false;
}

function operatorText(tree: Tree, ref: Ref): string {
  return tree.text(tree.child(ref, 1));
}

function isComputed(tree: Tree, attrPath: Ref): boolean {
  const node = view(tree, attrPath);
  return node.kind === "attr-path" && node.names.some((name) => nameOf(tree, name) === undefined);
}

const goingThrough: ReadonlySet<string> = new Set(
  (
    "attrNames attrValues attrByPath hasAttr hasAttrByPath getAttr getAttrFromPath mapAttrs mapAttrs' mapAttrsToList mapAttrsRecursive " +
    "filterAttrs foldlAttrs foldAttrs concatMapAttrs removeAttrs intersectAttrs genAttrs pipe getAttrs getFlakes mapNullable " +
    "toJSON toFile deepSeq recursiveUpdate map filter collect flakesToRegistry catAttrs zipAttrs listToAttrs"
  ).split(" "),
);

function nameOf(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  if (node.kind === "identifier") return node.name;
  if (node.kind !== "string") return undefined;
  const pieces = node.pieces.map((piece) => view(tree, piece));
  return pieces.every((piece) => piece.kind === "text") ? pieces.map((piece) => piece.text).join("") : undefined;
}
