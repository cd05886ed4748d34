/** The lock file of a new flake out of those of the flakes that it takes: nothing has to be fetched for it. */

import { type Edge, type LockNode, readLock, referenceFromAttributes, writeLock } from "@nivose/nix/flake/lock";
import type { Site } from "../../site/site.ts";

export interface NewFlake {
  /** Folders of siblings, each with the inputs that it shares with the new flake. */
  readonly siblings: ReadonlyMap<string, readonly string[]>;
  /** Whose lock file has the nixpkgs that all take. */
  readonly nixpkgsOf: string;
}

/** Nothing if one of their lock files is not there or cannot be read. */
export function lockOfNew(site: Site, { siblings, nixpkgsOf }: NewFlake): string | undefined {
  const nixpkgs = rootOf(site, nixpkgsOf)?.inputs.get("nixpkgs");
  if (nixpkgs?.kind !== "node") return undefined;
  const inputs = new Map<string, Edge>([["nixpkgs", nixpkgs]]);
  for (const [name, shared] of siblings) {
    const root = rootOf(site, name);
    if (root === undefined) return undefined;
    const reference = referenceFromAttributes(
      new Map(Object.entries({ path: `../${name}`, type: "path" })),
      surroundings,
    );
    const own = [...root.inputs].map(([input, edge]): [string, Edge] => [
      input,
      shared.includes(input) ? { kind: "follows", path: [input] } : below(name, edge),
    ]);
    inputs.set(name, {
      kind: "node",
      node: { inputs: new Map(own), lock: { locked: reference, original: reference, isFlake: true, parent: [] } },
    });
  }
  return `${writeLock({ inputs, lock: undefined }).text}\n`;
}

/** What its lock file counts from the sibling is counted from the new flake. */
function below(name: string, edge: Edge): Edge {
  if (edge.kind === "follows") return { kind: "follows", path: [name, ...edge.path] };
  const { node } = edge;
  const inputs = new Map([...node.inputs].map(([input, inner]): [string, Edge] => [input, below(name, inner)]));
  const lock = node.lock?.parent === undefined ? node.lock : { ...node.lock, parent: [name, ...node.lock.parent] };
  return { kind: "node", node: { inputs, lock } };
}

function rootOf({ repository }: Site, folder: string): LockNode | undefined {
  const bytes = repository.read(`${folder}/flake.lock`);
  if (bytes === undefined) return undefined;
  try {
    return readLock(Buffer.from(bytes).toString("latin1"), `${folder}/flake.lock`, surroundings);
  } catch {
    return undefined;
  }
}

const surroundings = { experimentalFeatures: new Set(["flakes"]), warn: () => {} };
