/** Builtins about versions and the names of packages. */

import type { Builtin } from "../eval/builtin.ts";
import { integer, list } from "../eval/heap.ts";
import { string, symbols } from "../eval/strings.ts";
import { forcePlainText, makeAttrs } from "../eval/values.ts";

const NAME = symbols.ofName("name");
const VERSION = symbols.ofName("version");

/** Runs of digits and runs of anything else; dots and dashes divide. */
export function splitVersion(version: string): string[] {
  return version.match(/[0-9]+|[^0-9.-]+/g) ?? [];
}

function componentBefore(a: string, b: string): boolean {
  const mine = /^[0-9]+$/.test(a) ? BigInt(a) : undefined;
  const theirs = /^[0-9]+$/.test(b) ? BigInt(b) : undefined;
  if (mine !== undefined && theirs !== undefined) return mine < theirs;
  if (a === "" && theirs !== undefined) return true;
  if (a === "pre" && b !== "pre") return true;
  if (b === "pre") return false;
  if (theirs !== undefined) return true;
  if (mine !== undefined) return false;
  return a < b;
}

export function compareVersions(a: string, b: string): number {
  const mine = splitVersion(a);
  const theirs = splitVersion(b);
  for (let index = 0; index < Math.max(mine.length, theirs.length); index++) {
    const left = mine[index] ?? "";
    const right = theirs[index] ?? "";
    if (componentBefore(left, right)) return -1;
    if (componentBefore(right, left)) return 1;
  }
  return 0;
}

export const versionBuiltins: readonly Builtin[] = [
  {
    name: "splitVersion",
    arity: 1,
    apply: (version) => list(splitVersion(forcePlainText(version)).map((part) => string(part))),
  },
  {
    name: "compareVersions",
    arity: 2,
    apply(a, b) {
      const left = forcePlainText(a);
      return integer(compareVersions(left, forcePlainText(b)));
    },
  },
  {
    name: "parseDrvName",
    arity: 1,
    apply(name) {
      const text = forcePlainText(name);
      // the version starts behind the first dash that no letter follows
      const dash = /-(?![a-zA-Z])/.exec(text.slice(0, -1))?.index ?? text.length;
      return makeAttrs([
        { symbol: NAME, value: string(text.slice(0, dash)) },
        { symbol: VERSION, value: string(text.slice(dash + 1)) },
      ]);
    },
  },
];
