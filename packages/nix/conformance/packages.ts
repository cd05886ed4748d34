/**
 * Derivation paths of packages picked from nixpkgs, by us and by real Nix, and for a part of them the whole derivations
 * with all that they depend on.
 *
 *     NIVOSE_TEST_NIX=COMMAND node scripts/run.js packages/nix/conformance/packages.ts NIXPKGS [--count N] [--seed N]
 *         [--closures N] [--set NAME] [--together N]
 */

import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Answer, askNix, askNixForDerivations, askUs, type Question } from "./engines.ts";
import { Random } from "./random.ts";
import { realNixCommand } from "./real-nix.ts";

/** The sets that are picked from, and how many of a hundred packages come from each. */
const SHARES: Readonly<Record<string, number>> = {
  pkgs: 30,
  python3Packages: 20,
  haskellPackages: 16,
  perlPackages: 10,
  aarch64: 12,
  pkgsMusl: 12,
};

/** Of how many of the packages that cannot be had in one process the words are compared, which takes a process each. */
const WORDS = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "3000" },
    seed: { type: "string", default: "1" },
    closures: { type: "string", default: "10" },
    set: { type: "string" },
    together: { type: "string", default: "120" },
  },
});
/** How many packages one process evaluates at most; neither engine gives memory back before it ends. */
const mostTogether = Number(values.together);
const [nixpkgs] = positionals;
const command = realNixCommand() ?? "";
if (nixpkgs === undefined) throw new Error("usage: packages.ts NIXPKGS [--count N] [--seed N] [--closures N]");
if (command === "") throw new Error("NIVOSE_TEST_NIX must be a command that runs a program of Nix 2.26");

const started = performance.now();
const counts = { same: 0, refused: 0, words: 0, none: 0, failed: 0, derivations: 0 };
/** The packages of a set whose paths are equal. */
const equalPaths: string[] = [];
const seconds = { ours: 0, Nix: 0 };
for (const [set, share] of Object.entries(SHARES)) {
  if (values.set !== undefined && values.set !== set) continue;
  await compareSet(set, Math.round((Number(values.count) * share) / 100));
}
const { same, refused, words, none, failed, derivations } = counts;
process.stdout.write(
  `${same} equal paths, ${refused} refused by both (${words} compared by their words), ${none} names that are no packages, ` +
    `${derivations} derivations equal to the last byte; ${seconds.ours.toFixed(0)} s, Nix ${seconds.Nix.toFixed(0)} s, ` +
    `${((performance.now() - started) / 1000).toFixed(0)} s in all\n` +
    `${same + refused} passed, ${failed} failed\n`,
);
process.exitCode = failed > 0 ? 1 : 0;

async function compareSet(set: string, wanted: number): Promise<void> {
  const known = JSON.parse(agreed(await askBoth(set, [], "names"), `the names of ${set}`) ?? "[]") as string[];
  const names = shuffled(known, new Random(Number(values.seed)));
  const before = counts.same + counts.refused + counts.failed;
  equalPaths.length = 0;
  let next = 0;
  // where a package ends an evaluation, its neighbours are often of the same kind
  let together = mostTogether / 2;
  for (let left = wanted; left > 0 && next < names.length;) {
    const part = names.slice(next, next + Math.min(together, left));
    next += part.length;
    const whole = await compare(set, part);
    together = Math.max(4, Math.min(mostTogether, Math.round(whole ? together * 2 : together / 2)));
    left = wanted - (counts.same + counts.refused + counts.failed - before);
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    process.stderr.write(`${minutes} min: ${set}, ${wanted - left} of ${wanted}\n`);
  }
  await compareClosures(set, equalPaths.slice(0, Number(values.closures)));
  process.stdout.write(`${set}: ${counts.same + counts.refused + counts.failed - before} compared\n`);
}

/** Compares paths: all at once, which is the result, or by halves where one of the packages ends the evaluation. */
async function compare(set: string, names: readonly string[]): Promise<boolean> {
  const { ours, theirs } = await askBoth(set, names, names.length === 1 ? "first" : "paths");
  if (names.length === 1) compareOne(set, names[0]!, ours, theirs);
  else if (ours.error !== undefined || theirs.error !== undefined) {
    await compare(set, names.slice(0, names.length >> 1));
    await compare(set, names.slice(names.length >> 1));
    return false;
  } else {
    const [mine, others] = [ours, theirs].map(({ output }) => JSON.parse(output) as string[]);
    let asked = 0;
    for (const [index, name] of names.entries()) {
      if (mine![index] !== others![index]) fail(`${set}.${name}`, mine![index]!, others![index]!);
      else if (mine![index] === "none") counts.none++;
      else if (mine![index] !== "refused") noteEqual(name);
      else if (asked++ < WORDS) await compare(set, [name]);
      else counts.refused++;
    }
  }
  return true;
}

function compareOne(set: string, name: string, ours: Answer, theirs: Answer): void {
  if (told(ours) !== told(theirs)) fail(`${set}.${name}`, told(ours), told(theirs));
  else if (ours.error !== undefined) {
    counts.refused++;
    counts.words++;
  } else if (ours.output === '"none"\n') counts.none++;
  else noteEqual(name);
}

function noteEqual(name: string): void {
  counts.same++;
  equalPaths.push(name);
}

async function compareClosures(set: string, names: readonly string[]): Promise<void> {
  const question = questionOf(set, names, "packages", "derivation-closure");
  const ours = await askUs(question);
  const theirs = await askNixForDerivations(command, question);
  if (agreed({ ours, theirs }, `the derivations of ${names.length} packages of ${set}`) === undefined) return;
  counts.derivations += ours.output.split('\n  "/nix/store/').length - 1;
}

/** What both say, unless they differ. */
function agreed({ ours, theirs }: Answers, what: string): string | undefined {
  if (ours.error === undefined && ours.output === theirs.output) return ours.output;
  fail(what, firstDifference(told(ours), told(theirs)), firstDifference(told(theirs), told(ours)));
  return undefined;
}

/** The first line in which a text differs from another. */
function firstDifference(text: string, other: string): string {
  const others = other.split("\n");
  return text.split("\n").find((line, index) => line !== others[index]) ?? "(ends here)";
}

interface Answers {
  readonly ours: Answer;
  readonly theirs: Answer;
}

async function askBoth(set: string, names: readonly string[], attribute: string): Promise<Answers> {
  const question = questionOf(set, names, attribute, "json");
  const ours = await askUs(question);
  const theirs = await askNix(command, question);
  seconds.ours += ours.seconds;
  seconds.Nix += theirs.seconds;
  return { ours, theirs };
}

function questionOf(set: string, names: readonly string[], attribute: string, output: Question["output"]): Question {
  return {
    file: join(import.meta.dirname, "packages.nix"),
    attribute,
    searchPath: { nixpkgs: nixpkgs! },
    strings: { set, names: JSON.stringify(names) },
    output,
  };
}

function fail(what: string, ours: string, theirs: string): void {
  counts.failed++;
  process.stdout.write(`FAIL ${what}\n    ours: ${ours.slice(0, 1000)}\n    Nix:  ${theirs.slice(0, 1000)}\n`);
}

function told({ output, error }: Answer): string {
  return Buffer.from(error === undefined ? output : `error: ${error}`, "latin1").toString();
}

function shuffled(names: readonly string[], random: Random): string[] {
  const rest = [...names];
  for (let last = rest.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [rest[last], rest[other]] = [rest[other]!, rest[last]!];
  }
  return rest;
}
