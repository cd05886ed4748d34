/**
 * What is taken instead of the inputs of a flake, so that it is evaluated on paper: for each of them that is wanted so, the
 * flake that stands for it, or an opaque one. It is said in the way in which users say it, as inputs that are overridden.
 */

import { readFileSync } from "node:fs";
import path from "node:path";
import type { LockFile, LockFileNode } from "../fleet/inputs/lock-file.ts";
import { type DeclaredInput, declaredTree } from "./declared-tree.ts";
import { releaseOf } from "./release.ts";
import { repositoryOf } from "./repository.ts";
import { flakeFor, type PaperFlake, type Shelf } from "./shelf.ts";
import type { Substitute } from "./substitute.ts";

export interface FlakeToRead {
  readonly flake: Uint8Array;
  readonly lock: LockFile;
  readonly shelf: Shelf;
  /** Whether an input is wanted on paper: all of them, or those that are not at hand. `locked` is nothing without a lock. */
  readonly isWanted: (input: string, found: Pick<Substitute, "repository" | "locked">) => boolean;
}

export function substitutesOf({ flake, lock, shelf, isWanted }: FlakeToRead): Substitute[] {
  const found: Substitute[] = [];
  const following: Following[] = [];
  const nodes = lock.nodes ?? {};

  const visit = (name: string, above: Place, declared: DeclaredInput | undefined, isOfPaper = false): void => {
    const edge = above.node?.inputs?.[name];
    const way = [...above.way, name];
    if (way.length > DEEPEST) return;
    const input = way.join("/");
    const target = declared?.follows ?? (declared === undefined && Array.isArray(edge) ? edge : undefined);
    if (target !== undefined) {
      following.push({ input, target });
      return;
    }
    const node = typeof edge === "string" ? nodes[edge] : undefined;
    const written = declared === undefined || Object.keys(declared.attributes).length === 0 ? undefined : declared;
    // whoever changes where an input comes from means what is written, and not what was locked
    const repository = repositoryOf(written?.attributes ?? node?.original ?? {});
    if (repository === undefined || !(isOfPaper || isWanted(input, { repository, locked: node?.locked }))) {
      visitAll({ way, node, declared: declared?.inputs });
      return;
    }
    const isFlake = node?.flake ?? declared?.isFlake ?? true;
    // a folder that is no flake here is read as one: by the same paths
    const paper = flakeFor(shelf, repository, releaseOf({ repository, locked: node?.locked }));
    found.push({ input, repository, paper, isFlake, locked: node?.locked });
    if (paper === undefined || !isFlake) return;
    // what it takes itself is what its own file says, and not what the real one was locked to
    for (const [own, { attributes }] of inputsOnPaper(paper)) {
      const changed = declared?.inputs.get(own);
      visit(own, { way, node: undefined }, changed ?? { ...PLAIN, attributes }, true);
    }
  };

  const visitAll = ({ way, node, declared = new Map() }: Place & { declared?: Inputs | undefined }): void => {
    const names = new Set([...declared.keys(), ...Object.keys(node?.inputs ?? {})]);
    for (const name of names) visit(name, { way, node }, declared.get(name));
  };

  visitAll({ way: [], node: nodes[lock.root ?? "root"], declared: declaredTree(flake) });
  for (const { input, target } of following) {
    if (!isLost(target, found)) continue;
    const node = nodeAt(target, lock);
    const repository = repositoryOf(node?.original ?? {});
    if (repository === undefined) continue;
    const paper = flakeFor(shelf, repository);
    found.push({ input, repository, paper, isFlake: node?.flake ?? true, locked: node?.locked });
  }
  return found;
}

interface Following {
  readonly input: string;
  readonly target: readonly string[];
}

/** Whether it is an input of something that now is another flake, which does not have it. */
function isLost(target: readonly string[], found: readonly Substitute[]): boolean {
  return target.some((step, index) => {
    const above = found.find(({ input }) => index > 0 && input === target.slice(0, index).join("/"));
    return (
      above !== undefined && (above.paper === undefined || !above.isFlake || !inputsOnPaper(above.paper).has(step))
    );
  });
}

function nodeAt(way: readonly string[], lock: LockFile, depth = 0): LockFileNode | undefined {
  const nodes = lock.nodes ?? {};
  let node: LockFileNode | undefined = nodes[lock.root ?? "root"];
  for (const step of way) {
    const edge: string | readonly string[] | undefined = node?.inputs?.[step];
    if (depth > DEEPEST) return undefined;
    node = Array.isArray(edge) ? nodeAt(edge, lock, depth + 1) : typeof edge === "string" ? nodes[edge] : undefined;
  }
  return node;
}

type Inputs = ReadonlyMap<string, DeclaredInput>;

interface Place {
  readonly way: readonly string[];
  readonly node: LockFileNode | undefined;
}

const PLAIN: DeclaredInput = { attributes: {}, isFlake: true, follows: undefined, inputs: new Map() };

/** Lock files may have circles. */
const DEEPEST = 12;

function inputsOnPaper({ folder }: PaperFlake): Inputs {
  return declaredTree(readFileSync(path.join(folder, "flake.nix")));
}
