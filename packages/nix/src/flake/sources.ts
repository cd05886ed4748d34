/** The sources that a flake is made of: its own, and those of the inputs in its lock file. */

import { inFlake } from "./errors.ts";
import type { LockedFlake } from "./locked-flake.ts";
import { type InputPath, inOrder, isRelativePath, type LockNode, printInputPath } from "./lock/graph.ts";
import { type Attribute, type FlakeReference, printReference, type Surroundings } from "./reference/index.ts";
import { isAtHand } from "./source/source.ts";

export interface FlakeSource {
  /** The way to the input; empty for the flake itself. */
  readonly input: string;
  readonly url: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Whether nothing has to be fetched to read it. */
  readonly isAtHand: boolean;
}

/** Each once, under the first way that leads to it. What is a folder of another source is there if that is. */
export function sourcesOf({ source, resolved, lock }: LockedFlake, surroundings: Surroundings): FlakeSource[] {
  const describe = (reference: FlakeReference, path: InputPath, here: boolean): FlakeSource => ({
    input: printInputPath(path),
    url: inFlake(() => printReference(reference, surroundings)),
    attributes: Object.fromEntries(reference.input.attributes),
    isAtHand: here,
  });
  const sources = [describe({ input: source.input, folder: resolved.folder }, [], true)];
  const visited = new Set<LockNode>();
  const visit = (node: LockNode, path: InputPath): void => {
    if (visited.has(node)) return;
    visited.add(node);
    if (node.lock !== undefined) {
      const { locked } = node.lock;
      const isHere = lock.folders.has(node) || isRelativePath(locked) || isAtHand(locked.input);
      sources.push(describe(locked, path, isHere));
    }
    for (const [name, edge] of inOrder(node.inputs)) if (edge.kind === "node") visit(edge.node, [...path, name]);
  };
  visit(lock.root, []);
  return sources;
}
