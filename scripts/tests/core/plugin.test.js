import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rolldown } from "rolldown";
import { afterAll, describe, expect, it } from "vitest";
import { corePlugin } from "../../core/plugin.js";

const files = {
  // what the package of the evaluator says of itself
  "package.json": '{ "type": "module", "sideEffects": false }',
  "memory/words.ts": `
    export const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    export const heap = new Int32Array(memory.buffer);
    export function allocate(words: number): number { const at = heap[1000]!; heap[1000] = at + words; return at; }`,
  "core/lists.ts": `
    import { allocate, heap } from "../memory/words.ts";
    import type { Handle } from "../values.ts";
    import { isSmall } from "./numbers.ts";
    export { TAG } from "./numbers.ts";
    export type { Handle } from "../values.ts";
    export const HEADER = 1;
    export function pair(a: Handle, b: Handle): Handle {
      const at = allocate(HEADER + 2);
      heap[at] = 2; heap[at + HEADER] = a; heap[at + HEADER + 1] = b;
      return at;
    }
    export function areSmall(list: Handle): boolean { return isSmall(heap[list + 1]!) && isSmall(heap[list + 2]!); }`,
  "core/numbers.ts": `
    import { describe, fail } from "../outside.ts";
    export const TAG = 2 ** 3;
    export function isSmall(n: number): boolean { return n < 100; }
    export function check(n: number): number {
      if (n < 0) fail(n, n === -1);
      return describe(n, isSmall(n)) ? 1 : 0;
    }`,
  "core/notes.md": "Not a module.",
  // these and the core import each other, and one calls the core while it is loaded
  "values.ts": `
    import { pair } from "./core/lists.ts";
    export type Handle = number;
    export const FIRST: Handle = pair(7, 8);`,
  "outside.ts": `
    import { check, isSmall } from "./core/numbers.ts";
    import { FIRST } from "./values.ts";
    export const said: unknown[] = [];
    export function describe(n: number, small: boolean, more = "nothing"): boolean {
      said.push([n, small, more, isSmall(n), FIRST]);
      return n === 5 || (n > 10 && check(5) === 1);
    }
    export function fail(n: number, isOne: boolean): never { throw new TypeError(n + " " + isOne); }`,
  "main.ts": `
    export { check, isSmall, TAG } from "./core/numbers.ts";
    export * from "./core/lists.ts";
    export { said } from "./outside.ts";
    export { heap } from "./memory/words.ts";`,
  "late/memory.ts": `
    export let memory;
    export let heap = new Int32Array(0);
    export function make(): void {
      memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      heap = new Int32Array(memory.buffer);
    }`,
  "late/core/store.ts": `
    import { heap } from "../memory.ts";
    export function store(at: number): void { heap[at] = 3; }
    export function isStored(at: number): boolean { return heap[at] === 3; }`,
  "late/main.ts": 'export * from "./core/store.ts"; export { heap, make } from "./memory.ts";',
};

const top = mkdtempSync(path.join(tmpdir(), "core-"));
for (const [name, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
  writeFileSync(path.join(top, name), text);
}
afterAll(() => rmSync(top, { recursive: true }));

async function bundled(entry, output, places = {}) {
  const folder = path.join(top, "core");
  const memory = path.join(top, "memory/words.ts");
  const plugin = corePlugin({ folder, memory, plain: [memory], pages: { initial: 1, maximum: 1 }, ...places });
  const build = await rolldown({ cwd: top, input: entry, platform: "node", plugins: [plugin] });
  const file = path.join(top, output);
  await build.write({ file, format: output.endsWith(".cjs") ? "cjs" : "esm" });
  await build.close();
  return { module: await import(file) };
}

describe("a bundle", () => {
  // whichever module is loaded first
  it.each(["main.ts", "outside.ts", "values.ts"])(
    "has the compiled core in the place of its files, from %s on",
    async (first) => {
      writeFileSync(path.join(top, `from-${first}`), `import "./${first}";\nexport * from "./main.ts";`);
      const { module } = await bundled(`from-${first}`, `${first}.js`);
      const { check, isSmall, pair, areSmall, TAG, HEADER, said, heap } = module;
      expect([TAG, HEADER, isSmall(5), isSmall(500), check(11), check(200), check(0)]).toEqual([
        8,
        1,
        true,
        false,
        1,
        1,
        0,
      ]);
      expect(said[0]).toEqual([11, true, "nothing", true, 0]);
      expect(said.length).toBe(5);
      expect([areSmall(pair(1, 2)), areSmall(pair(1, 200)), areSmall(0)]).toEqual([true, false, true]);
      expect(heap[1000]).toBe(3 + 3 + 3);
      expect(() => check(-1)).toThrow(new TypeError("-1 true"));
      expect(() => check(-2)).toThrow(new TypeError("-2 false"));
      expect(isSmall.toString()).not.toContain("< 100");
    },
  );

  it("may have its instance made late, when there is a memory", async () => {
    const [folder, memory] = [path.join(top, "late/core"), path.join(top, "late/memory.ts")];
    const { module } = await bundled("late/main.ts", "late.js", { folder, memory, plain: [], isLate: true });
    module.make();
    expect([module.isStored(5), module.store(5), module.isStored(5), module.heap[5]]).toEqual([
      false,
      undefined,
      true,
      3,
    ]);
  });

  it("may be one script", async () => {
    const { module } = await bundled("main.ts", "one.cjs");
    expect([module.check(11), module.isSmall(1)]).toEqual([1, true]);
  });

  it("without a core is as it was", async () => {
    const { module } = await bundled("main.ts", "plain.js", { folder: path.join(top, "elsewhere") });
    expect(module.isSmall.toString()).toContain("< 100");
  });
});
