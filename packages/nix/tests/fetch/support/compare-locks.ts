/** Flakes locked by both over a network, one after the other. */

import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { FetchOptions } from "../../../src/fetch/index.ts";
import { lastError, runNixAside } from "../../flake/support/both.ts";
import { type CaseFolder, flake } from "../../flake/support/flake-case.ts";
import { lockOverNetwork } from "./lock-over-network.ts";

export interface NetworkCase {
  readonly name: string;
  /** Of the flake: what stands between the braces of `inputs`. */
  readonly inputs: string;
}

export type Outcome = { readonly lock: string } | { readonly error: string };

export interface Compared {
  readonly ours: Outcome;
  readonly theirs: Outcome;
}

/** What came of it on both sides, on one side each: what both refuse, they do in words of their own. */
export function outcomes({ ours, theirs }: Compared): readonly [ours: string, theirs: string] {
  return [summary(ours), summary(theirs)];
}

function summary(outcome: Outcome): string {
  return "lock" in outcome ? outcome.lock : REFUSED;
}

export const REFUSED = "refused";

export interface Comparison {
  /** What stands for what in the inputs. */
  readonly names: Readonly<Record<string, string>>;
  readonly options: FetchOptions;
  /** Runs before each command of Nix. */
  readonly before?: string;
  readonly flags?: string;
}

export async function compareLocks(
  cases: readonly NetworkCase[],
  folders: CaseFolder,
  { names, options, before = ":", flags = "" }: Comparison,
): Promise<Map<NetworkCase, Compared>> {
  const places = cases.map(({ name, inputs }) => {
    const text = Object.entries(names).reduce((all, [short, long]) => all.replaceAll(short, long), inputs);
    return folders.make({ name, files: { "top/flake.nix": flake(text) } });
  });
  const ours: Outcome[] = [];
  for (const folder of places) {
    const locked = await lockOverNetwork(folder, undefined, options);
    ours.push("lock" in locked ? { lock: Buffer.from(locked.lock.text).toString() } : locked);
  }
  const lockedByNix = async (these: readonly string[], first: string): Promise<Outcome[]> => {
    const command = `${first}${before}; nix flake lock --download-attempts 1 ${flags} ./top`;
    const runs = await runNixAside(
      folders.top,
      these.map((folder) => ({ folder, command })),
    );
    return these.map((folder, index) => {
      const file = path.join(folder, "top/flake.lock");
      return existsSync(file) ? { lock: readFileSync(file, "utf8") } : { error: lastError(runs[index]!) ?? "" };
    });
  };
  const theirs = await lockedByNix(places, "");
  // Nix may read an archive to its end before it has the headers of the answer, and then knows no link that was in them
  for (let again = 1; again < MOST_ATTEMPTS; again++) {
    const unlike = places.filter(
      (_, index) => bothLocked(ours[index]!, theirs[index]!) && !isDeepStrictEqual(ours[index], theirs[index]),
    );
    if (unlike.length === 0) break;
    for (const folder of unlike) rmSync(path.join(folder, "top/flake.lock"));
    const outcomesAgain = await lockedByNix(unlike, `export XDG_CACHE_HOME=${folders.top}/cache-${again}; `);
    for (const [index, outcome] of outcomesAgain.entries()) theirs[places.indexOf(unlike[index]!)] = outcome;
  }
  return new Map(cases.map((each, index) => [each, { ours: ours[index]!, theirs: theirs[index]! }]));
}

const MOST_ATTEMPTS = 3;

function bothLocked(one: Outcome, other: Outcome): boolean {
  return "lock" in one && "lock" in other;
}
