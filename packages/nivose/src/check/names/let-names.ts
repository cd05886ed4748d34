/** The names that a `let` binds, with all that gives them their values. */

import { NONE, Node, type Ref } from "@nivose/nix/syntax";
import type { SourceFile } from "../source/source-file.ts";

export interface LetName {
  readonly text: string;
  /** What names it first: a name, or the path that begins with it. */
  readonly at: Ref;
  /** Its bindings: several for `a.b = 1; a.c = 2;`. Of an inherited name the `inherit`. */
  readonly statements: readonly Ref[];
  readonly isInherited: boolean;
}

/** What is computed has no name. */
export function letNames({ tree }: SourceFile, ref: Ref): readonly LetName[] {
  const names = new Map<string, LetName>();
  for (const statement of tree.children(ref).slice(1)) {
    const kind = tree.kind(statement);
    if (kind === Node.Inherit) {
      for (const name of tree.children(statement).slice(tree.child(statement, 0) === NONE ? 0 : 1)) {
        const text = textOf(tree.text(name));
        names.set(text, { text, at: name, statements: [statement], isInherited: true });
      }
    } else if (kind === Node.Binding) {
      const first = tree.child(tree.child(statement, 0), 0);
      if (tree.kind(first) === Node.Interpolation) continue;
      const text = textOf(tree.text(first));
      const known = names.get(text);
      names.set(
        text,
        known === undefined
          ? { text, at: first, statements: [statement], isInherited: false }
          : { ...known, statements: [...known.statements, statement] },
      );
    }
  }
  return [...names.values()];
}

/** A name in quotes is the same name. */
function textOf(written: string): string {
  return Buffer.from(written.replace(/^"(.*)"$/u, "$1"), "latin1").toString();
}
