/** A program that names everything whose nesting, cut off at the default limit, does not fit the stack that is left. */

import { analyze, parse } from "../../../src/syntax/index.ts";
import { nestings } from "./nestings.ts";

const FRAMES = 200;

for (const { name, make } of nestings) {
  // as deep as the limit lets through, and deeper
  for (const count of [100, 190, 199, 330, 499, 990, 999, 5000]) {
    const source = Buffer.from(make(count), "latin1");
    const error = descend(source, FRAMES);
    if (error !== undefined) process.stdout.write(`${name}, ${count} times: ${error}\n`);
  }
}

function descend(source: Uint8Array, frames: number): string | undefined {
  if (frames > 0) return descend(source, frames - 1);
  try {
    analyze(parse(source, { pipeOperators: true }));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
