/** Where options are declared, as the sources tell. */

import { Node, NONE, type Ref, Token } from "@nivose/nix/syntax";
import { bindingsOf, lastName } from "../../schema/definitions.ts";
import { withoutParentheses } from "./module-functions.ts";
import { isOfSystem } from "./option-module.ts";
import type { SourceFile } from "../source/source-file.ts";

export interface OptionCall {
  /** Its name as it is written, if it has one there; else what is called. */
  readonly at: Ref;
  /** `the option 'site'`, or `the option`. */
  readonly text: string;
  /** What is said of the option. */
  readonly attributes: ReadonlyMap<string, Ref>;
}

/**
 * The calls of `mkOption` with a set that is written out. Left out is what is completed elsewhere: by `//`, or by the declaration of
 * NixOS, nix-darwin or Home Manager that one like it adds to.
 */
export function optionCalls(file: SourceFile): readonly OptionCall[] {
  const { tree } = file;
  const paths = new Map(file.nodes(Node.Binding).map((ref) => [tree.child(ref, 1), tree.child(ref, 0)]));
  return file.nodes(Node.Apply).flatMap((ref) => {
    if (tree.childCount(ref) !== 2 || lastName(tree, tree.child(ref, 0)) !== "mkOption") return [];
    const set = withoutParentheses(tree, tree.child(ref, 1));
    if (tree.kind(set) !== Node.AttrSet) return [];
    const path = paths.get(ref);
    const text = path === undefined ? "the option" : `the option '${file.text(path)}'`;
    const attributes = attributesOf(file, set);
    const around = tree.pathTo(tree.start(ref));
    const outside = around.slice(0, around.indexOf(ref));
    if (isUpdated(file, outside) || addsToSystem(file, ref, outside, attributes)) return [];
    return [{ at: path ?? tree.child(ref, 0), text, attributes }];
  });
}

function isUpdated({ tree }: SourceFile, around: readonly Ref[]): boolean {
  const outer = around.findLast((each) => tree.kind(each) !== Node.Paren);
  return outer !== undefined && tree.kind(outer) === Node.Binary && tree.kind(tree.child(outer, 1)) === Token.Update;
}

/**
 * An option may be declared again to give its submodules more options. What the first declaration says of it, another must not
 * say again: the module system then ends with "already declared".
 */
function addsToSystem(
  { tree }: SourceFile,
  ref: Ref,
  around: readonly Ref[],
  attributes: ReadonlyMap<string, Ref>,
): boolean {
  if (saidOnce.some((name) => attributes.has(name))) return false;
  const isWithinOption = around.some(
    (each) => tree.kind(each) === Node.Apply && lastName(tree, tree.child(each, 0)) === "mkOption",
  );
  if (isWithinOption) return false;
  const names = around.flatMap((set) => {
    const binding = bindingsOf(tree, set).find(({ value }) => value === ref || around.includes(value));
    return binding?.path ?? [];
  });
  const option = names.slice(names.lastIndexOf("options") + 1);
  return (
    names.includes("options") && option.length > 0 && !option.includes(undefined) && isOfSystem(option as string[])
  );
}

const saidOnce: readonly string[] = ["default", "defaultText", "example", "description", "apply"];

/** Of a name that is inherited, the name. */
function attributesOf({ tree }: SourceFile, set: Ref): ReadonlyMap<string, Ref> {
  return new Map(
    tree.children(set).flatMap((binding) => {
      if (tree.kind(binding) === Node.Binding)
        return [[tree.text(tree.child(tree.child(binding, 0), 0)), tree.child(binding, 1)] as const];
      if (tree.kind(binding) !== Node.Inherit) return [];
      const names = tree.children(binding).slice(tree.child(binding, 0) === NONE ? 0 : 1);
      return names.map((name) => [tree.text(name), name] as const);
    }),
  );
}

/** Whether it is said to be so, or may be. */
export function mayBe(file: SourceFile, value: Ref | undefined, word: "true" | "false"): boolean {
  if (value === undefined) return false;
  const { tree } = file;
  const other = word === "true" ? "false" : "true";
  return !(tree.kind(value) === Token.Identifier && tree.text(value) === other);
}
