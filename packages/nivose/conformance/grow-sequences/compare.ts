/** Two trees that came of the same additions in different orders. */

import { derivationsOf, type Tree } from "./on-disk.ts";

export interface Tally {
  pairs: number;
  sameBytes: number;
  /** The same lines in another order, in files of the same names. */
  otherOrder: number;
  /** Neither: what a document says of one depends on the other. Each with its files. */
  otherLines: string[];
  /** Pairs that are refused in either order. */
  notTogether: string[];
  /** How often a file differed, by its path. */
  files: Record<string, number>;
  evaluatedPairs: number;
  /** All that was added together, in an order and in its reverse: every two of them are the other way round. */
  evaluatedRows: number;
  hosts: number;
  sameDerivation: number;
  /** Why there is none is compared, too. */
  withoutDerivation: number;
  /** Other ones with every change of the tree, whatever it is. */
  withSource: number;
}

export type Tell = (fault: string) => void;

export function emptyTally(): Tally {
  return {
    pairs: 0,
    sameBytes: 0,
    otherOrder: 0,
    otherLines: [],
    notTogether: [],
    files: {},
    evaluatedPairs: 0,
    evaluatedRows: 0,
    hosts: 0,
    sameDerivation: 0,
    withoutDerivation: 0,
    withSource: 0,
  };
}

/** Whether they are the same, byte for byte. */
export function countBytes(title: string, one: Tree, other: Tree, tally: Tally): boolean {
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const differing = names.filter((name) => textOf(one, name) !== textOf(other, name));
  for (const name of differing) tally.files[name] = (tally.files[name] ?? 0) + 1;
  const otherLines = differing.filter((name) => linesOf(one, name) !== linesOf(other, name));
  tally.pairs++;
  if (differing.length === 0) tally.sameBytes++;
  else if (otherLines.length === 0) tally.otherOrder++;
  else tally.otherLines.push(`${title}: ${otherLines.join(", ")}`);
  return differing.length === 0;
}

/** Every host on paper. */
export function countDerivations(title: string, one: Tree, other: Tree, tally: Tally, tell: Tell): void {
  const derivations = derivationsOf(one);
  const others = derivationsOf(other);
  const changed = [...derivations].filter(([host, each]) => others.get(host) !== each).map(([host]) => host);
  // what is in a file that nothing reads changes those hosts that have the whole tree in them, and no others
  const unrelated = changed.length === 0 ? derivations : derivationsOf(new Map([...one, ["unrelated.txt", NOTHING]]));
  const withSource = changed.filter((host) => unrelated.get(host) !== derivations.get(host));
  tally.hosts += derivations.size;
  tally.withSource += withSource.length;
  tally.sameDerivation += derivations.size - changed.length;
  if (derivations.size !== others.size) tell(`${title}: ${derivations.size} and ${others.size} hosts`);
  const derived = [...derivations.values()].filter((each) => each.endsWith(".drv")).length;
  tally.withoutDerivation += derivations.size - derived;
  const wrong = changed.filter((host) => !withSource.includes(host));
  if (wrong.length > 0) tell(`${title}: ${wrong.join(", ")} differ`);
}

const NOTHING = new Uint8Array();

function textOf(tree: Tree, file: string): string {
  return Buffer.from(tree.get(file) ?? []).toString("latin1");
}

function linesOf(tree: Tree, file: string): string {
  return textOf(tree, file).split("\n").toSorted().join("\n");
}
