/** The sets of a module that its options and its imports stand in. */

import type { Ref } from "@nivose/nix/syntax";
import { bindingsOf } from "../../../schema/definitions.ts";
import { shapeOf } from "../../../check/source/module-shape.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { type FoundAttribute, attributeAt, setsOf } from "../../edit/attributes.ts";

/** Where `imports` stands or would stand. */
export function moduleSet(file: SourceFile): Ref | undefined {
  const { shape, bodies } = shapeOf(file);
  if (bodies.length === 1) return bodies[0];
  // one that says nothing yet could be anything
  const sets = shape === "unknown" || shape === "data" ? setsOf(file.tree, file.expression) : bodies;
  return sets.length === 1 ? sets[0] : undefined;
}

/** What stands before options: `config`, in a module that declares some of its own. */
export function configPrefix(file: SourceFile): readonly string[] {
  const body = moduleSet(file);
  const names = body === undefined ? [] : bindingsOf(file.tree, body).map(({ path }) => path[0]);
  return names.includes("config") || names.includes("options") ? ["config"] : [];
}

export function optionAt(file: SourceFile, option: readonly string[]): FoundAttribute | undefined {
  return attributeAt(file, [...configPrefix(file), ...option]);
}
