/**
 * What has to be known to see the structure of a value, a set of settings or a list of modules, as far as the module system looks
 * into it before it knows anything: through `let`, `with` and branches, and at both sides of what puts two together.
 */

import { Node, type Ref } from "@nivose/nix/syntax";
import type { SourceFile } from "../source/source-file.ts";
import type { Need } from "./forced.ts";

export interface Structure<Found extends Need> {
  /** The operator that puts two such values together. */
  readonly joint: number;
  /** What a value needs as a whole, or the condition of a branch. */
  readonly own: (ref: Ref, isCondition: boolean) => readonly Found[];
  /** Of calls, lists and the like; nothing of what has no structure of its own. */
  readonly inside: (ref: Ref) => readonly Found[] | undefined;
}

export function needsOfStructure<Found extends Need>(
  file: SourceFile,
  structure: Structure<Found>,
  ref: Ref,
): readonly Found[] {
  const { tree } = file;
  const child = (index: number): Ref => tree.child(ref, index);
  const inner = (part: Ref): readonly Found[] => needsOfStructure(file, structure, part);
  switch (tree.kind(ref)) {
    case Node.Paren:
    case Node.Let:
      return inner(child(0));
    case Node.With:
      return inner(child(1));
    case Node.Assert:
      return [...structure.own(child(0), false), ...inner(child(1))];
    case Node.If: {
      const condition = structure.own(child(0), true);
      return condition.length > 0 ? condition : sometimes([...inner(child(1)), ...inner(child(2))]);
    }
    case Node.Binary:
      if (tree.kind(child(1)) !== structure.joint) return structure.own(ref, false);
      return [...inner(child(0)), ...inner(child(2))];
    default:
      return structure.inside(ref) ?? structure.own(ref, false);
  }
}

export function sometimes<Found extends Need>(needs: readonly Found[]): readonly Found[] {
  return needs.map((need) => ({ ...need, isSometimes: true }));
}
