/** Finds `with`s within each other, between which a name may come from either. */

import { BY_WITH, Node, type Ref } from "@nivose/nix/syntax";
import type { FileRule } from "../rule.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: FileRule = {
  code: "nested-with",
  family: "names",
  level: "note",
  class: "certain",
  reads: "file",
  isPedantic: true,
  title: "A 'with' within another one",
  explain:
    "A name behind both may come from either, and the inner one goes first: once it gets a name that the outer one has, too, what was " +
    "meant before is another thing without a word being changed. Write out where the names of one of them come from. An inner one that " +
    "is taken from the outer one is left alone, as in `with lib; with types;`, and so are two of the same set.",
  example: {
    bad: "{ lib, pkgs, ... }:\nwith lib;\n{\n  environment.systemPackages = with pkgs; optional true hello;\n}\n",
    good: "{ lib, pkgs, ... }:\n{\n  environment.systemPackages = lib.optional true pkgs.hello;\n}\n",
  },
  *check(file) {
    const { tree } = file;
    const all = tree.ok ? file.nodes(Node.With) : [];
    if (all.length < 2) return;
    for (const inner of all) {
      const outer = all.find((ref) => ref !== inner && isWithin(file, inner, tree.child(ref, 1)));
      if (outer === undefined || !takesNames(file, tree.child(inner, 1))) continue;
      const [near, far] = [tree.child(inner, 0), tree.child(outer, 0)];
      if (takesNames(file, near) || tree.text(near) === tree.text(far)) continue;
      yield {
        text: `names behind this 'with' may come from '${short(file, near)}' or from '${short(file, far)}'`,
        at: file.at({ start: tree.start(inner), end: tree.end(near) }),
        related: [{ text: "the other one", at: file.at({ start: tree.start(outer), end: tree.end(far) }) }],
        hint: "write out where the names of one of them come from",
      };
    }
  },
};

function isWithin({ tree }: SourceFile, ref: Ref, around: Ref): boolean {
  return tree.start(ref) >= tree.start(around) && tree.end(ref) <= tree.end(around);
}

function takesNames({ tree, analysis: { meanings } }: SourceFile, body: Ref): boolean {
  return meanings.subarray(tree.firstToken(body), tree.endToken(body)).includes(BY_WITH);
}

function short(file: SourceFile, scope: Ref): string {
  const text = file.text(scope).replaceAll(/\s+/gu, " ");
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

const MOST = 40;
