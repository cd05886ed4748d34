/** Cases that can stand with others in one file. */

import { analyze, parse } from "../../src/syntax/index.ts";
import type { Random } from "../random.ts";
import { Writer } from "./writer.ts";

export function soundCase(random: Random, family?: string): string {
  for (;;) {
    const source = new Writer(random).case(family);
    if (isSound(source)) return source;
  }
}

/** The same with names that no other case has: sets are in the order in which their names were first met. */
export function distinct(source: string, number: number): string {
  return source.replace(/\b[abcxyfgz]\b/g, (name) => `${name}_${number}`);
}

/** Whether it is Nix, and all its variables are bound. */
export function isSound(source: string): boolean {
  const tree = parse(Buffer.from(source, "latin1"), { maxDepth: 1000 });
  return tree.ok && analyze(tree).diagnostics.length === 0;
}
