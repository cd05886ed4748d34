/** Finds `with`s that no name can come from. */

import { BY_WITH, Node, type Ref } from "@nivose/nix/syntax";
import type { FileRule } from "../rule.ts";
import { removeHead } from "../source/removal.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: FileRule = {
  code: "unused-with",
  family: "names",
  level: "note",
  class: "certain",
  reads: "file",
  isPedantic: true,
  title: "A 'with' that nothing comes from",
  explain:
    "All names behind the `with` are bound by a `let`, a function or Nix itself, which go before what a `with` has. So it gives " +
    "nothing, and Nix never looks at what it is for.",
  example: {
    bad: "{ lib, pkgs, ... }:\n{\n  environment.systemPackages = with lib; [ pkgs.git ];\n}\n",
    good: "{ pkgs, ... }:\n{\n  environment.systemPackages = [ pkgs.git ];\n}\n",
  },
  *check(file) {
    const { tree } = file;
    if (!tree.ok) return;
    for (const ref of file.nodes(Node.With)) {
      const body = tree.child(ref, 1);
      if (takesNames(file, body)) continue;
      const head = removeHead(file, ref, body);
      const subject = tree.child(ref, 0);
      yield {
        text: "no name comes from this 'with'",
        at: file.at({ start: tree.start(ref), end: tree.end(subject) }),
        fix: head === undefined ? undefined : { title: "remove it", edits: [{ file: file.name, splices: [head] }] },
      };
    }
  },
};

function takesNames({ tree, analysis: { meanings } }: SourceFile, body: Ref): boolean {
  const end = tree.endToken(body);
  for (let token = tree.firstToken(body); token < end; token++) if (meanings[token] === BY_WITH) return true;
  return false;
}
