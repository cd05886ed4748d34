import { describe, expect, it } from "vitest";
import { compile, expectSame } from "./both.js";

const calls = [-3, 0, 1, 2, 5, 8].flatMap((a) => [0, 1, 7].map((b) => [a, b]));

/** How many functions a module has. */
function functionCount(source) {
  const module = new WebAssembly.Module(compile(source).bytes);
  const [names] = WebAssembly.Module.customSections(module, "name");
  return [...Buffer.from(names).toString("latin1").matchAll(/_fn/g)].length;
}

describe("small functions are written where they are called", () => {
  const tag = "function tag_fn(h: number): number { return h & 7; }";
  const isList = `${tag} function is_fn(h: number): boolean { return tag_fn(h) === 3 || tag_fn(h) === 5; }`;
  const known =
    "function known_fn(h: number): number { if (h & 1) return h; let at = h; while (at < 0) at += 4; return heap[at]!; }";

  it.each([
    [isList, "return is_fn(a) ? tag_fn(b) : 9;"],
    [isList, "if (is_fn(a) && !is_fn(b)) return 1; while (!is_fn(a & 7)) a++; return a;"],
    [known, "let s = 0; for (let i = 0; i < 3; i++) s += known_fn(a + i) + known_fn(b); return s;"],
    [known, "known_fn(heap[3]++); return known_fn(heap[3]! & 63);"],
    [
      "function add_fn(x: number, y: number): number { x += y; y = x; return y; }",
      "const s = add_fn(a, b); return s * 10 + a + add_fn(3, a);",
    ],
    [
      "function mix_fn(x: number, y: number, z: number): number { return x * 100 + y * 10 + z; }",
      "return mix_fn(a, a++, a) + mix_fn(a, 4, (a = b)) + a;",
    ],
    [
      "function put_fn(at: number, x: number): void { if (x > 3) return; heap[at] = x; }",
      "put_fn(40, a); put_fn(41, b); return heap[40]!;",
    ],
    [
      "function flag_fn(x: number, sure: boolean): number { if (sure) return x; return -x; }",
      "return flag_fn(a, true) + flag_fn(b, false) + flag_fn(3, a > 1);",
    ],
    [
      "function loop_fn(x: number): number { part: { switch (x) { case 1: break part; case 2: return 8; default: x++; } x++; } return x; }",
      "let s = 0; for (;;) { s += loop_fn(a); if (s > 3) break; s += 2; } return s;",
    ],
  ])("%s", (functions, body) => {
    const source = `${functions} export function f(a: number, b: number): number { ${body} }`;
    expectSame(source, calls);
    expect(functionCount(source)).toBe(0);
  });

  it("but not in themselves, and large ones not at all", () => {
    const recursive =
      "function even_fn(n: number): boolean { return n <= 0 || odd_fn(n - 1); } function odd_fn(n: number): boolean { return n > 0 && even_fn(n - 1); }";
    const large = `function large_fn(n: number): number { ${"n = (n * 3 + 1) & 1023; ".repeat(20)} return n; }`;
    const source = `${recursive} ${large} export function f(a: number): number { return even_fn(a) ? large_fn(a) : 3; }`;
    expectSame(source, calls);
    expect(functionCount(source)).toBe(2);
  });
});
