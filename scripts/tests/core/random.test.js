import { expect, it } from "vitest";
import { both, filled } from "./both.js";
import { makeProgram } from "./program.js";

const count = Number(process.env["CORE_PROGRAMS"] ?? 40);
const first = Number(process.env["CORE_SEED"] ?? 1);
const numbers = [0, 1, -1, 5, 64, -77, 100_000, 2 ** 31 - 1, -(2 ** 31)];

it(`programs made up by chance mean the same as JavaScript and as WebAssembly (${count} of them)`, () => {
  const declared = "export function out(n: number, is: boolean): number {} export function note(n: number): void {}";
  for (let seed = first; seed < first + count; seed++) {
    const source = makeProgram(seed);
    let notes = 0;
    const outside = {
      // a Boolean may come as a number here, because the glue is not there
      out: (n, is) => (n ^ (is ? 5 : 3)) | 0,
      note: (n) => (notes = (Math.imul(notes, 31) + n) | 0),
    };
    const sides = both(source, { outside, declared });
    for (const a of numbers) {
      for (const [b, name] of [3, -9].flatMap((b) => ["f0", "f1", "f2", "f3"].map((name) => [b, name]))) {
        const results = Object.values(sides).map(({ functions, heap }) => {
          heap.set(filled);
          notes = 0;
          const result = functions[name](a, b, a ^ b);
          return { result, notes, heap: Buffer.from(heap.buffer).toString("latin1", 0, 4096) };
        });
        const [compiled, plain] = results;
        if (compiled.result === plain.result && compiled.notes === plain.notes && compiled.heap === plain.heap)
          continue;
        expect({ seed, name, a, b, source, ...compiled }).toEqual({ seed, name, a, b, source, ...plain });
      }
    }
  }
});
