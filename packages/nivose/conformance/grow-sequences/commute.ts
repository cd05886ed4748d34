/**
 * Whether it matters in which order things are added that do not need each other: to the bytes of the files, and where those differ, to the
 * derivation of every host on paper. Equal bytes are equal trees, and nothing is to be evaluated then.
 */

import type { Repository } from "../../src/check/source/repository.ts";
import type { Preset } from "../../src/scaffold/preset.ts";
import { grownRepository } from "../../src/scaffold/site/grown-repository.ts";
import { chanceOf } from "../../tests/scaffold/regrow/random-changes.ts";
import { countBytes, countDerivations, type Tally, type Tell } from "./compare.ts";
import { foundingRepository, type Tree, treeOf } from "./on-disk.ts";
import { type Add, randomAdds, shuffled } from "./random-adds.ts";

export interface Asked {
  readonly preset: Preset;
  readonly seed: number;
  /** How many pairs whose bytes differ are evaluated, each by itself. */
  readonly evaluatePairs: number;
  readonly evaluateRow: boolean;
}

export async function commute(asked: Asked, tally: Tally, tell: Tell): Promise<void> {
  const { preset, seed } = asked;
  const base = await foundingRepository(preset);
  const chance = chanceOf(seed);
  const adds = await randomAdds(base, preset, chance);
  const differing: { readonly title: string; readonly one: Tree; readonly other: Tree }[] = [];
  for (const [index, first] of adds.entries()) {
    for (const second of adds.slice(index + 1)) {
      const title = `${preset.name} ${seed}: '${first.title}' and '${second.title}'`;
      const one = await treeWith(base, [first, second]);
      const other = await treeWith(base, [second, first]);
      if (one === undefined && other === undefined) tally.notTogether.push(title);
      else if (one === undefined || other === undefined) tell(`${title}: only one order is possible`);
      else if (!countBytes(title, one, other, tally)) differing.push({ title, one, other });
    }
  }
  for (const { title, one, other } of shuffled(differing, chance).slice(0, asked.evaluatePairs)) {
    tally.evaluatedPairs++;
    countDerivations(title, one, other, tally, tell);
  }
  if (!asked.evaluateRow) return;
  const row = await possible(base, adds);
  const one = await treeWith(base, row);
  const other = await treeWith(base, row.toReversed());
  const title = `${preset.name} ${seed}: ${row.map((each) => `'${each.title}'`).join(", ")}`;
  tally.evaluatedRows++;
  if (one === undefined || other === undefined) tell(`${title}: only one order is possible`);
  else countDerivations(title, one, other, tally, tell);
}

/** Those that can be there together. */
async function possible(base: Repository, adds: readonly Add[]): Promise<readonly Add[]> {
  const row: Add[] = [];
  for (const add of adds) if ((await treeWith(base, [...row, add])) !== undefined) row.push(add);
  return row;
}

/** One after another; nothing if one of them is refused. */
async function treeWith(base: Repository, adds: readonly Add[]): Promise<Tree | undefined> {
  let repository = base;
  for (const add of adds) {
    const grown = await add.to(repository);
    if (!grown.ok) return undefined;
    repository = grownRepository(repository, grown.growth.files);
  }
  return treeOf(repository);
}
