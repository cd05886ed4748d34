/**
 * A program that makes a source of a hundred megabytes, parses, analyses and prints it: `HEAD FILL TAIL`, or `random`.
 * It prints whether the source is accepted, or that it has more than there is room for.
 */

import { analyze, parse, print } from "../../../src/syntax/index.ts";

const source = Buffer.alloc(100 * 1024 * 1024);
const [head = "", fill = " ", tail = ""] = process.argv.slice(2);
if (head === "random") {
  // not zero, which would end the file
  for (let at = 0, state = 1; at < source.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    source[at] = (state >>> 16) & 255 || 1;
  }
} else {
  source.fill(fill);
  source.write(head);
  source.write(tail, source.length - tail.length);
}
const tree = parse(source);
const accepted = analyze(tree).diagnostics.length === 0;
if (Buffer.compare(print(tree), source) !== 0) process.stdout.write("not printed as it was\n");
const isTooLarge = tree.diagnostics[0]?.code === "source-too-large";
process.stdout.write(accepted ? "accepted" : isTooLarge ? "too large" : "refused");
