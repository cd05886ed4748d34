/**
 * Whether it matters in which order things are added that do not need each other: to the bytes of the files, and where those differ, to the
 * derivation of every host on paper. Equal bytes are equal trees, and nothing is to be evaluated then.
 */

import type { Repository } from "../../src/check/source/repository.ts";
import type { Preset } from "../../src/scaffold/preset.ts";
import { grownRepository } from "../../src/scaffold/site/grown-repository.ts";
import { type Chance, chanceOf } from "../../tests/scaffold/regrow/random-changes.ts";
import { derivationsOf, foundingRepository } from "./on-disk.ts";
import { type Add, randomAdds } from "./random-adds.ts";

export interface Tally {
  pairs: number;
  sameBytes: number;
  /** The same lines in another order, in files of the same names. */
  otherOrder: number;
  /** Neither: what a document says of one depends on the other. */
  otherLines: number;
  /** Pairs of which each refuses the other. */
  notTogether: number;
  evaluatedPairs: number;
  /** All that was added together, in an order and in its reverse: every two of them are the other way round. */
  evaluatedRows: number;
  hosts: number;
  sameDerivation: number;
  /** Other ones with every change of the tree, whatever it is. */
  withSource: number;
}

export function emptyTally(): Tally {
  return {
    pairs: 0,
    sameBytes: 0,
    otherOrder: 0,
    otherLines: 0,
    notTogether: 0,
    evaluatedPairs: 0,
    evaluatedRows: 0,
    hosts: 0,
    sameDerivation: 0,
    withSource: 0,
  };
}

export interface Asked {
  readonly preset: Preset;
  readonly seed: number;
  /** How many pairs whose bytes differ are evaluated, each by itself. */
  readonly evaluatePairs: number;
  readonly evaluateRow: boolean;
}

export async function commute(asked: Asked, tally: Tally, tell: (fault: string) => void): Promise<void> {
  const base = await foundingRepository(asked.preset);
  const chance: Chance = chanceOf(asked.seed);
  const adds = await randomAdds(base, asked.preset, chance);
  const differing: { readonly title: string; readonly one: Repository; readonly other: Repository }[] = [];
  for (const [index, first] of adds.entries()) {
    for (const second of adds.slice(index + 1)) {
      const title = `${asked.preset.name} ${asked.seed}: '${first.title}' and '${second.title}'`;
      const one = await grownBy(base, [first, second]);
      const other = await grownBy(base, [second, first]);
      if (one === undefined && other === undefined) {
        tally.notTogether++;
        continue;
      }
      tally.pairs++;
      if (one === undefined || other === undefined) tell(`${title}: only one order is possible`);
      else if (isSame(one, other, textOf)) tally.sameBytes++;
      else {
        tally[isSame(one, other, linesOf) ? "otherOrder" : "otherLines"]++;
        differing.push({ title, one, other });
      }
    }
  }
  for (const { title, one, other } of sample(differing, asked.evaluatePairs, chance)) {
    tally.evaluatedPairs++;
    compare(title, one, other, tally, tell);
  }
  if (!asked.evaluateRow) return;
  const row = await taken(base, adds);
  const one = await grownBy(base, row);
  const other = await grownBy(base, row.toReversed());
  const title = `${asked.preset.name} ${asked.seed}: ${row.map((each) => `'${each.title}'`).join(", ")}`;
  tally.evaluatedRows++;
  if (one === undefined || other === undefined) tell(`${title}: only one order is possible`);
  else compare(title, one, other, tally, tell);
}

function compare(title: string, one: Repository, other: Repository, tally: Tally, tell: (fault: string) => void): void {
  const derivations = derivationsOf(one);
  const others = derivationsOf(other);
  const changed = [...derivations]
    .filter(([host, derivation]) => others.get(host) !== derivation)
    .map(([host]) => host);
  // what is in no file that anything reads tells hosts that have the whole tree in them
  const unrelated = changed.length === 0 ? derivations : derivationsOf(one, { "unrelated.txt": "one\n" });
  const withSource = changed.filter((host) => unrelated.get(host) !== derivations.get(host));
  tally.hosts += derivations.size;
  tally.withSource += withSource.length;
  tally.sameDerivation += derivations.size - changed.length;
  const wrong = changed.filter((host) => !withSource.includes(host));
  if (derivations.size !== others.size) tell(`${title}: ${derivations.size} and ${others.size} hosts`);
  const underived = [...derivations].filter(([, derivation]) => !derivation.endsWith(".drv"));
  for (const [host, why] of underived) tell(`${title}: ${host} has no derivation: ${why}`);
  if (wrong.length > 0) tell(`${title}: ${wrong.join(", ")} differ`);
}

/** One after another; nothing if one of them is refused. */
async function grownBy(base: Repository, adds: readonly Add[]): Promise<Repository | undefined> {
  let repository = base;
  for (const add of adds) {
    const grown = await add.to(repository);
    if (!grown.ok) return undefined;
    repository = grownRepository(repository, grown.growth.files);
  }
  return repository;
}

/** Those that can be there together. */
async function taken(base: Repository, adds: readonly Add[]): Promise<readonly Add[]> {
  const row: Add[] = [];
  for (const add of adds) if ((await grownBy(base, [...row, add])) !== undefined) row.push(add);
  return row;
}

function isSame(one: Repository, other: Repository, textAt: (repository: Repository, file: string) => string): boolean {
  const names = new Set([...one.tracked, ...other.tracked]);
  return [...names].every((name) => textAt(one, name) === textAt(other, name));
}

function textOf(repository: Repository, file: string): string {
  return Buffer.from(repository.read(file) ?? []).toString("latin1");
}

function linesOf(repository: Repository, file: string): string {
  return textOf(repository, file).split("\n").toSorted().join("\n");
}

function sample<Item>(items: readonly Item[], count: number, chance: Chance): readonly Item[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .toSorted((one, other) => one.at - other.at)
    .slice(0, count)
    .map(({ item }) => item);
}
