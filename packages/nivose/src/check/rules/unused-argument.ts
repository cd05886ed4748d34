/** Finds arguments between braces that a function does not use. */

import { Edit, Node, NONE, type Ref, Token, type Tree } from "@nivose/nix/syntax";
import type { Found } from "../finding.ts";
import type { FileRule } from "../rule.ts";
import { removeArgument } from "../source/removal.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: FileRule = {
  code: "unused-argument",
  family: "names",
  level: "note",
  class: "certain",
  reads: "file",
  isPedantic: true,
  title: "An argument that is not used",
  explain:
    "A function such as `{ lib, pkgs, ... }:` names an argument and does not use it. Who reads the module believes that it " +
    "depends on something that it does not need. Functions without `...` are left alone, because they say with their " +
    "arguments what may be passed to them; so are those that use all arguments by one name, as in `args@{ lib, ... }:`, the " +
    "outputs of a flake, whose arguments are its inputs, arguments that begin with `_`, and what `nixos-generate-config` has written.",
  example: {
    bad: "{ config, lib, pkgs, ... }:\n{\n  environment.systemPackages = [ pkgs.git ];\n}\n",
    good: "{ pkgs, ... }:\n{\n  environment.systemPackages = [ pkgs.git ];\n}\n",
  },
  *check(file) {
    const { tree } = file;
    if (!tree.ok || isGenerated(file)) return;
    for (const ref of file.nodes(Node.Lambda)) {
      const [name, formals] = [tree.child(ref, 0), tree.child(ref, 1)];
      if (formals === NONE) continue;
      const isNameUsed = name !== NONE && isUsed(file, name);
      if (name !== NONE && !isNameUsed && !isMeant(tree, name)) yield unusedName(file, name, formals);
      if (!isNameUsed && !isOutputs(file, ref)) yield* unusedIn(file, formals, ref);
    }
  },
};

function* unusedIn(file: SourceFile, formals: Ref, lambda: Ref): Generator<Found> {
  const { tree } = file;
  const items = tree.children(formals);
  if (items.length === 0 || tree.kind(items.at(-1)!) !== Token.Ellipsis) return;
  const isOutermost = lambda === file.expression;
  for (const formal of items.slice(0, -1)) {
    const name = tree.child(formal, 0);
    if (isUsed(file, name) || isMeant(tree, name)) continue;
    const text = tree.text(name);
    // frameworks look at the names of arguments to see what a function is for
    const isSafe = isOutermost || ofModules.has(text);
    const edits = [{ file: file.name, splices: [removeArgument(file, formal)] }];
    yield {
      text: `the argument '${text}' is not used`,
      at: file.at(name),
      fix: isSafe ? { title: "remove it", edits } : undefined,
    };
  }
}

const ofModules: ReadonlySet<string> = new Set(["config", "options", "lib", "pkgs", "modulesPath", "inputs", "self"]);

function isUsed(file: SourceFile, name: Ref): boolean {
  return file.usesOf(file.tree.firstToken(name)) !== undefined;
}

function isMeant(tree: Tree, name: Ref): boolean {
  return tree.text(name).startsWith("_");
}

function unusedName(file: SourceFile, name: Ref, formals: Ref): Found {
  const { tree } = file;
  const isBefore = tree.start(name) < tree.start(formals);
  const range = isBefore
    ? { start: tree.start(name), end: tree.start(formals) }
    : { start: tree.end(formals), end: tree.end(name) };
  const written = Buffer.from(tree.source.subarray(range.start, range.end)).toString("latin1");
  const hasComment = /[#*]/u.test(written);
  return {
    text: `the name '${tree.text(name)}' for all arguments is not used`,
    at: file.at(name),
    fix: hasComment ? undefined : { title: "remove it", edits: [{ file: file.name, splices: [Edit.remove(range)] }] },
  };
}

/** It says so in its first lines, and would be written again. */
function isGenerated({ bytes }: SourceFile): boolean {
  return Buffer.from(bytes.subarray(0, HEAD)).includes("Do not modify this file!");
}

const HEAD = 400;

/** The arguments of a flake's outputs are its inputs, also if they are declared nowhere else. */
function isOutputs({ name, tree, expression }: SourceFile, lambda: Ref): boolean {
  if (!/(?:^|\/)flake\.nix$/u.test(name) || tree.kind(expression) !== Node.AttrSet) return false;
  return tree
    .children(expression)
    .some((binding) => tree.kind(binding) === Node.Binding && tree.child(binding, 1) === lambda);
}
