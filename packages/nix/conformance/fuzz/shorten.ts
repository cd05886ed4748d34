/** A shorter expression that still shows a difference: its parts take the place of the whole, or go. */

import { parse, type Ref, type Tree } from "../../src/syntax/index.ts";
import { compareOutcomes, type Difference } from "./agreement.ts";
import type { Outcome } from "./cases.ts";
import { isSound } from "./sound-case.ts";

export interface Judges {
  outcomes(sources: readonly string[]): Promise<[Outcome, Outcome][]>;
}

export interface Shown {
  readonly source: string;
  readonly difference: Difference;
}

/** Rounds of asking; each takes about a tenth of a second. */
const ROUNDS = 40;

export async function shorten(source: string, difference: Difference, judges: Judges): Promise<Shown> {
  let shown: Shown = { source, difference };
  for (let round = 0; round < ROUNDS; round++) {
    const candidates = shorterSources(shown.source);
    const outcomes = await judges.outcomes(candidates);
    const better = candidates
      .map((each, index) => ({ source: each, difference: compareOutcomes(...outcomes[index]!) }))
      .find((each): each is Shown => each.difference?.kind === difference.kind);
    if (better === undefined) break;
    shown = better;
  }
  return shown;
}

const simplest = ["1", "null", '""', "[ ]", "{ }"];

/** Sources with one part less, the shortest first. All can be parsed, and bind all their variables. */
function shorterSources(source: string): string[] {
  const tree = parse(Buffer.from(source, "latin1"), { maxDepth: 1000 });
  const found = new Set<string>();
  const replace = (ref: Ref, text: string): void => {
    found.add(`${source.slice(0, tree.start(ref))}${text}${source.slice(tree.end(ref))}`);
  };
  const visit = (ref: Ref): void => {
    const children = childrenOf(tree, ref);
    for (const inner of descendants(tree, ref, 3)) replace(ref, source.slice(tree.start(inner), tree.end(inner)));
    for (const text of ["", ...simplest]) replace(ref, text);
    for (const child of children) visit(child);
  };
  visit(tree.root);
  return [...found]
    .filter((each) => each.length < source.length && isSound(each))
    .toSorted((a, b) => a.length - b.length)
    .slice(0, 1500);
}

function childrenOf(tree: Tree, ref: Ref): Ref[] {
  return ref < 0 ? [] : tree.children(ref);
}

function descendants(tree: Tree, ref: Ref, depth: number): Ref[] {
  if (depth === 0) return [];
  return childrenOf(tree, ref).flatMap((child) => [child, ...descendants(tree, child, depth - 1)]);
}
