/** What differs between two lock files, input by input, as Nix tells it. */

import { inFlake } from "../errors.ts";
import { printReference, type Surroundings } from "../reference/index.ts";
import { type Edge, inOrder, type LockNode, printInputPath } from "./graph.ts";

export interface LockChange {
  readonly kind: "added" | "updated" | "removed";
  readonly input: string;
  /** What it was locked to. */
  readonly before: LockedTo | undefined;
  readonly after: LockedTo | undefined;
}

/** A source, or another input. */
export type LockedTo =
  | { readonly url: string; /** Seconds. */ readonly lastModified: number | undefined }
  | { readonly follows: string };

export function lockChanges(before: LockNode, after: LockNode, surroundings: Surroundings): LockChange[] {
  const old = flattened(before, surroundings);
  const now = flattened(after, surroundings);
  return [...new Set([...old.keys(), ...now.keys()])].toSorted(byParts).flatMap((input): LockChange[] => {
    const was = old.get(input);
    const is = now.get(input);
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const kind = was === undefined ? "added" : is === undefined ? "removed" : "updated";
    return [{ kind, input, before: was, after: is }];
  });
}

/** Every input by the way to it; a node is gone through once. */
function flattened(root: LockNode, surroundings: Surroundings): Map<string, LockedTo> {
  const flat = new Map<string, LockedTo>();
  const done = new Set<LockNode>();
  const visit = (node: LockNode, prefix: readonly string[]): void => {
    if (done.has(node)) return;
    done.add(node);
    for (const [name, edge] of inOrder(node.inputs)) {
      flat.set(printInputPath([...prefix, name]), describe(edge, surroundings));
      if (edge.kind === "node") visit(edge.node, [...prefix, name]);
    }
  };
  visit(root, []);
  return flat;
}

function describe(edge: Edge, surroundings: Surroundings): LockedTo {
  if (edge.kind === "follows") return { follows: printInputPath(edge.path) };
  const { locked } = edge.node.lock!;
  const time = locked.input.attributes.get("lastModified");
  const url = inFlake(() => printReference(locked, surroundings));
  return { url, lastModified: time === undefined ? undefined : Number(time) };
}

/** Name by name, so that an input comes before those below it. */
function byParts(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    if (left[index] !== right[index]) return left[index]! < right[index]! ? -1 : 1;
  }
  return left.length - right.length;
}
