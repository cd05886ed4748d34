/** The inputs of a flake as its `flake.nix` declares them, with the places where it does. */

import { literalString, NONE, type Ref, type Tree, view } from "@nivose/nix/syntax";
import type { SourceFile } from "../source/source-file.ts";

export interface DeclaredInput {
  readonly name: string;
  /** The name, where it stands first. */
  readonly at: Ref;
  readonly settings: readonly InputSetting[];
}

/** `url = "…"`, `inputs.nixpkgs.follows = "nixpkgs"` */
export interface InputSetting {
  /** Below the input. */
  readonly path: readonly string[];
  /** Nothing if it is no plain text. */
  readonly text: string | undefined;
  readonly value: Ref;
  readonly binding: Ref;
  /** How many names of the path from the top, `inputs` and the input's own included, are around the binding. */
  readonly around: number;
}

export interface FlakeText {
  readonly inputs: ReadonlyMap<string, DeclaredInput>;
  /** What `outputs` is set to. */
  readonly outputs: Ref | undefined;
  /** The bindings by which inputs are declared: names in them are no uses. */
  readonly declarations: readonly Ref[];
}

const known = new WeakMap<SourceFile, FlakeText>();

/** Nix takes inputs only as they are written out, so that nothing is computed here. */
export function flakeText(file: SourceFile): FlakeText {
  const found = known.get(file) ?? readFlake(file);
  known.set(file, found);
  return found;
}

function readFlake({ tree, expression }: SourceFile): FlakeText {
  const inputs = new Map<string, { name: string; at: Ref; settings: InputSetting[] }>();
  const declarations: Ref[] = [];
  let outputs: Ref | undefined;
  const walk = (set: Ref, above: readonly string[], at: Ref | undefined): void => {
    const node = view(tree, set);
    if (node.kind !== "attr-set") return;
    for (const ref of node.bindings) {
      const binding = view(tree, ref);
      if (binding.kind !== "binding" || binding.value === NONE) continue;
      const names = namesOf(tree, binding.attrPath);
      const path = [...above, ...names.map(({ name }) => name)];
      if (above.length === 0 && path[0] === "outputs") outputs = binding.value;
      if (path[0] !== "inputs") continue;
      if (above.length === 0) declarations.push(ref);
      const own = path.length < 2 ? undefined : (at ?? names[1 - above.length]!.at);
      if (view(tree, binding.value).kind === "attr-set") walk(binding.value, path, own);
      if (own === undefined) continue;
      const input = inputs.get(path[1]!) ?? { name: path[1]!, at: own, settings: [] };
      inputs.set(input.name, input);
      if (view(tree, binding.value).kind === "attr-set") continue;
      const text = textOf(tree, binding.value);
      input.settings.push({ path: path.slice(2), text, value: binding.value, binding: ref, around: above.length });
    }
  };
  walk(expression, [], undefined);
  return { inputs, outputs, declarations };
}

/** Those that are declared, and those that are arguments of `outputs` and come from the registry; each with a place. */
export function inputNames(file: SourceFile): ReadonlyMap<string, Ref> {
  const { tree } = file;
  const { inputs, outputs } = flakeText(file);
  const found = new Map([...inputs.values()].map(({ name, at }) => [name, at]));
  for (const at of outputs === undefined ? [] : formalsOf(tree, outputs)) {
    const name = tree.text(at);
    if (name !== "self" && !found.has(name)) found.set(name, at);
  }
  return found;
}

/** The names in `{ self, nixpkgs, ... }:`. */
export function formalsOf(tree: Tree, outputs: Ref): readonly Ref[] {
  const lambda = view(tree, outputs);
  const formals = lambda.kind === "lambda" && lambda.formals !== undefined ? view(tree, lambda.formals) : undefined;
  if (formals?.kind !== "formals") return [];
  return formals.formals.flatMap((ref) => {
    const formal = view(tree, ref);
    return formal.kind === "formal" ? [formal.name] : [];
  });
}

/** The text of what an input has under a name, and where it stands. */
export function settingOf({ settings }: DeclaredInput, ...path: readonly string[]): InputSetting | undefined {
  return settings.find((each) => each.path.join("\0") === path.join("\0"));
}

function namesOf(tree: Tree, attrPath: Ref): { readonly name: string; readonly at: Ref }[] {
  const node = view(tree, attrPath);
  if (node.kind !== "attr-path") return [];
  return node.names.map((at) => {
    const name = view(tree, at);
    return { at, name: name.kind === "identifier" ? name.name : (literalString(tree, at) ?? "") };
  });
}

function textOf(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  if (node.kind === "uri" || node.kind === "path" || node.kind === "identifier") return tree.text(ref);
  return literalString(tree, ref);
}
