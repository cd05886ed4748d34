/** Which names there are in the `lib` on paper, and which of them a run has called. */

import { askLibrary } from "./library.ts";
import { familyNames } from "./signatures.ts";

/** Names that only one of both has, as sentences. */
export function namesOfOneOnly(real: string, paper: string): string[] {
  const wholes = ["lib", ...[...familyNames, "maintainers", "teams"].map((name) => `lib.${name}`)];
  const [theirs, ours] = [namesIn(real, wholes), namesIn(paper, wholes)];
  return wholes.flatMap((whole, index) => [
    ...theirs[index]!.filter((name) => !ours[index]!.includes(name)).map((name) => `not on paper: ${whole}.${name}`),
    ...ours[index]!.filter((name) => !theirs[index]!.includes(name)).map((name) => `only on paper: ${whole}.${name}`),
  ]);
}

/** What paper says of itself, and what asks a store. */
const NEVER_ASKED = new Set(["nixpkgsVersion", "version", "versionSuffix", "toDerivation"]);

/** Those names of a family that stand nowhere in the calls of it. Paper has to have written them. */
export function neverCalled(paper: string, family: string, calls: readonly string[]): string[] {
  const words = new Set(calls.flatMap((call) => call.match(/[a-zA-Z_][\w'-]*/g) ?? []));
  // a set of data that is compared as a whole
  if (calls.some((call) => call.includes(`toJSON lib.${family})`))) return [];
  const names = namesIn(paper, [`lib.${family}`])[0]!.filter((name) => !words.has(name) && !NEVER_ASKED.has(name));
  const answers = askLibrary(
    paper,
    names.map((name) => `lib.${family}.${name}`),
  );
  return names.filter((_, index) => !answers[index]!.value.startsWith('<throw "not on paper: '));
}

function namesIn(folder: string, wholes: readonly string[]): string[][] {
  const questions = wholes.map((whole) => `builtins.concatStringsSep " " (builtins.attrNames ${whole})`);
  return askLibrary(folder, questions).map(({ value }) => (JSON.parse(value) as string).split(" "));
}
