/** A lock file as a graph: a node for each input, and edges that lead to a node or to where another input leads. */

import { settings } from "../../eval/machine/settings.ts";
import { type FlakeReference, FlakeReferenceError, type Input, isLocked } from "../reference/index.ts";

export interface LockNode {
  readonly inputs: Map<string, Edge>;
  /** What an input is locked to; nothing for the flake itself. */
  readonly lock: Lock | undefined;
}

export interface Lock {
  readonly locked: FlakeReference;
  readonly original: FlakeReference;
  readonly isFlake: boolean;
  /** The input whose source a relative path is relative to. */
  readonly parent: InputPath | undefined;
}

export type Edge =
  | { readonly kind: "node"; readonly node: LockNode }
  | { readonly kind: "follows"; readonly path: InputPath };

/** The names of inputs that lead from the flake to one of them. */
export type InputPath = readonly string[];

export function printInputPath(path: InputPath): string {
  return path.join("/");
}

export function parseInputPath(text: string): InputPath {
  const names = text.split("/").filter((name) => name !== "");
  for (const name of names) {
    if (!/^[a-zA-Z][a-zA-Z0-9_-]*$/.test(name))
      throw new FlakeReferenceError(`invalid flake input path element '${name}'`);
  }
  return names;
}

/** The node that an input leads to; nothing if there is none. */
export function findInput(root: LockNode, path: InputPath, visited: InputPath[] = []): LockNode | undefined {
  const found = visited.findIndex((each) => sameInputPath(each, path));
  if (found >= 0) {
    const cycle = [...visited.slice(found), path].map(printInputPath);
    throw new FlakeReferenceError(`follow cycle detected: [${cycle.join(" -> ")}]`);
  }
  visited.push(path);
  let node: LockNode | undefined = root;
  for (const name of path) {
    const edge: Edge | undefined = node?.inputs.get(name);
    if (edge === undefined) return undefined;
    node = edge.kind === "node" ? edge.node : findInput(root, edge.path, visited);
  }
  return node;
}

export function sameInputPath(a: InputPath, b: InputPath): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** Every input that follows another one has to lead somewhere. */
export function checkFollows(root: LockNode): void {
  const visit = (node: LockNode, prefix: InputPath, done: Set<LockNode>): void => {
    if (done.has(node)) return;
    done.add(node);
    for (const [name, edge] of inOrder(node.inputs)) {
      const path = [...prefix, name];
      if (edge.kind === "node") visit(edge.node, path, done);
      else if (edge.path.length > 0 && findInput(root, edge.path) === undefined) {
        throw new FlakeReferenceError(
          `input '${printInputPath(path)}' follows a non-existent input '${printInputPath(edge.path)}'`,
        );
      }
    }
  };
  visit(root, [], new Set());
}

/** Whether a lock file may hold it. */
export function isConsideredLocked(input: Input): boolean {
  const narHash = input.attributes.get("narHash");
  return isLocked(input) || (settings.allowDirtyLocks && narHash !== undefined);
}

/** An input that is somewhere else every day, for which no lock file can be written. */
export function unlockedInput(root: LockNode): FlakeReference | undefined {
  const visited = new Set<LockNode>();
  const visit = (node: LockNode): FlakeReference | undefined => {
    if (visited.has(node)) return undefined;
    visited.add(node);
    const { lock } = node;
    if (lock !== undefined && !isConsideredLocked(lock.locked.input) && !isRelativePath(lock.locked))
      return lock.locked;
    for (const [, edge] of inOrder(node.inputs)) {
      const found = edge.kind === "node" ? visit(edge.node) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(root);
}

export function isRelativePath({ input }: FlakeReference): boolean {
  return input.attributes.get("type") === "path" && !String(input.attributes.get("path")).startsWith("/");
}

export function inOrder<Value>(inputs: ReadonlyMap<string, Value>): [string, Value][] {
  return [...inputs].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
