/** What belongs to one person alone, taken out of what is written for another one. */

import { Edit, Node, type Ref } from "@nivose/nix/syntax";
import { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import { nixString } from "../nix.ts";
import type { UserSpec } from "../spec/fleet-spec.ts";

/** A file in which an account or a home is said. */
export function madePersonal(file: SourceFile, user: UserSpec): SourceFile {
  const splices: Edit.Splice[] = [];
  for (const set of file.nodes(Node.AttrSet)) {
    const items = file.tree.children(set);
    for (const { path, value, attrPath } of bindingsOf(file.tree, set)) {
      const item = items.find((each) => file.tree.kind(each) === Node.Binding && file.tree.child(each, 0) === attrPath);
      if (item === undefined) continue;
      const text = textFor(
        path.filter((name) => name !== undefined),
        file.text(value),
        user,
      );
      if (text === GONE) splices.push(Edit.remove(withGap(file, item)));
      else if (text !== undefined) splices.push(Edit.replace(file.tree.range(value), text));
    }
  }
  return new SourceFile(file.name, Edit.applySplices(file.bytes, outermost(splices)));
}

const GONE = Symbol("gone");

function textFor(path: readonly string[], value: string, user: UserSpec): string | typeof GONE | undefined {
  const name = path.at(-1)!;
  if (name === "openssh" || path.join(".").includes("openssh.authorizedKeys") || name === "authorizedKeys") {
    if (user.sshKeys === undefined || user.sshKeys.length === 0 || name !== "keys") return GONE;
    return `[ ${user.sshKeys.map((key) => nixString(key)).join(" ")} ]`;
  }
  if (secret.test(name) || name === "uid") return GONE;
  const isLiteral = /^"[^"$]*"$/u.test(value);
  if (name === "description" || name === "userName") return isLiteral ? or(user.fullName) : undefined;
  if (name === "userEmail" || name === "email") return isLiteral ? or(user.email) : undefined;
  return undefined;
}

const secret = /^(?:initial)?(?:hashed)?passwords?(?:file)?$/iu;

function or(text: string | undefined): string | typeof GONE {
  return text === undefined ? GONE : nixString(text);
}

function withGap({ tree }: SourceFile, ref: Ref): { readonly start: number; readonly end: number } {
  return { start: tree.tokenEnds[tree.firstToken(ref) - 1]!, end: tree.end(ref) };
}

function outermost(splices: readonly Edit.Splice[]): readonly Edit.Splice[] {
  return splices.filter(
    (splice) => !splices.some((other) => other !== splice && other.start <= splice.start && splice.end <= other.end),
  );
}
