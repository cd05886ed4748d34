import { describe, expect, it } from "vitest";
import { both, compile, expectSame, start } from "./both.js";

const numbers = [0, 1, -1, 2, 3, 7, 31, 32, 33, 255, -256, 1000, 2 ** 31 - 1, -(2 ** 31)];
const pairs = numbers.flatMap((a) => numbers.map((b) => [a, b]));
const small = [-3, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => [n]);
const natural = small.filter(([n]) => n >= 0);

/** A function of two numbers with this body. */
const two = (body) => `export function f(a: number, b: number): number { ${body} }`;
const one = (body) => `export function f(n: number): number { ${body} }`;

describe("operators", () => {
  const values = [
    "a & b",
    "a | b",
    "a ^ b",
    "a << b",
    "a >> b",
    "(a >>> b) | 0",
    "(a + b) | 0",
    "(a - b) | 0",
    "-a | 0",
    "~a",
  ];
  it.each([...values, "Math.imul(a, b)", "Math.min(a, b)", "Math.max(a, b)", "(a & 1023) * (b & 1023)"])(
    "%s",
    (text) => {
      expectSame(two(`return ${text};`), pairs);
    },
  );

  it.each(["===", "!==", "<", ">", "<=", ">="])("a %s b, as a value and as a condition", (operator) => {
    const test = `a ${operator} b`;
    expectSame(`export function f(a: number, b: number): boolean { return ${test}; }`, pairs);
    expectSame(`export function f(a: number, b: number): boolean { return !(${test}); }`, pairs);
    expectSame(two(`if (${test}) return 1; return 0;`), pairs);
    expectSame(two(`if (!(${test})) return 1; return 0;`), pairs);
    expectSame(two(`return (a >>> 0) ${operator} (b >>> 0) ? 5 : 6;`), pairs);
    expectSame(two(`return (a >>> 0) ${operator} 0x8000_0000 ? 5 : 6;`), pairs);
    expectSame(two(`return a ${operator} 0 ? 5 : 6;`), pairs);
  });

  it.each([
    "a && b",
    "a || b",
    "a < b && b < 100 ? 1 : 0",
    "(a && b) || 9",
    "!a ? b : a",
    "!!a ? b : 4",
    "(a < 3 || b) && a ? b : 1",
    "a < 0 ? (b < 0 ? 1 : 2) : b > 5 ? 3 : 4",
    "!(a < 1 || (b > 2 && a !== 7)) ? 1 : 0",
  ])("%s", (text) => {
    expectSame(two(`return ${text};`), pairs);
    expectSame(two(`if (${text}) return 1; return 2;`), pairs);
    expectSame(
      two(`let c = 0; while (${text}) { if (++c > 3) break; a = a >> 1; b = b & 6; } return c * 64 + (a & 63);`),
      pairs,
    );
  });

  it("knows constants, also those of more than 31 bits where only bits count", () => {
    expectSame(two("return (a & 0xffff_0000) ^ 0x8000_0000 ^ (2 ** 10 + 1_000);"), pairs);
    expectSame(two("return Math.imul(a ^ (b >>> 15), 0x9e37_79b1);"), pairs);
    expectSame(two("const K = 3 << 2; const YES = true; return YES ? K + (a & 1) : -K;"), pairs);
    expectSame(two("return (a + 0xffff_ffff - b) | 0;"), pairs);
  });

  it.each(["+=", "-=", "&=", "|=", "^=", "<<=", ">>="])("x %s y of locals and of the memory", (operator) => {
    expectSame(two(`a ${operator} b; return a | 0;`), pairs);
    expectSame(two(`heap[5] ${operator} b; return heap[5]!;`), pairs);
    expectSame(two(`let c = a; const d = (c ${operator} 3); return (d ^ c) | 0;`), pairs);
    expectSame(two(`return (heap[(a & 7) + 2] ${operator} b) | 0;`), pairs);
  });

  it("assigns with >>>= and *=", () => {
    expectSame(two("a >>>= 1; heap[a & 7]! >>>= 3; return heap[a & 7]!;"), pairs);
    expectSame(two("a &= 255; a *= 3; heap[3] = 4; heap[3]! *= 5; return heap[3]! + a;"), pairs);
  });

  it("counts before and after", () => {
    const text =
      "let i = n; heap[i++ & 15]++; ++heap[i & 15]; const x = heap[3]++; const y = --heap[4]; const z = i--;";
    expectSame(one(`${text} return x * 1000 + y * 100 + z * 10 + i + --i;`), small);
  });
});

describe("the memory", () => {
  it("is read and written as words", () => {
    expectSame(one("heap[n + 20] = n; return heap[n + 20]! + heap[20 + 3 + n]! + heap[(n & 3) + 2 - 1]!;"), natural);
    expectSame(one("heap[7] = heap[8] = n; return (heap[9] = n * 2) + heap[7]! + heap[8]!;"), natural);
    expectSame(
      one("const at = (n & 7) << 3; heap[at + (n & 1) + 30] = 5; return heap[at - 1 + 31 + (n & 1)]!;"),
      natural,
    );
    expectSame(
      one("heap[100 - (n & 7)] = 3; heap[(n & 7) + 100 - (n & 3) - 50] = 4; return heap[100 + -1]!;"),
      natural,
    );
  });

  it("has constant parts of an index in the offset", () => {
    const text = (bytes) => Buffer.from(bytes).toString("hex");
    // local.get 0, i32.const 2, i32.shl, i32.load offset=12
    expect(text(compile(one("return heap[n + 3]!;")).bytes)).toContain("200041027428020c");
    expect(text(compile(one("return heap[1 + n - 2 + 4]!;")).bytes)).toContain("200041027428020c");
    // i32.const 0, i32.load offset=20
    expect(text(compile("const AT = 2; export function f(): number { return heap[AT + 3]!; }").bytes)).toContain(
      "4100280214",
    );
  });

  it("is moved and filled", () => {
    expectSame(
      one("heap.copyWithin(n + 10, n + 12, n + 40); heap.copyWithin(60, 50, 90); return heap[n + 15]!;"),
      natural,
    );
    expectSame(one("heap.fill(0, n + 10, n + 20); heap.fill(-1, 50, 52); return heap[n + 15]! + heap[51]!;"), natural);
  });

  it("is read and written as bytes", () => {
    expectSame(one("heapBytes[n + 20] = n; return heapBytes[n + 20]! + heapBytes[20 + 3 + n]! + heap[5]!;"), natural);
    expectSame(one("heapBytes[7] = 200 + n; heapBytes[8]! += n; return heapBytes[7]!-- + heap[2]!;"), natural);
    expectSame(
      one("heapBytes.copyWithin(n + 9, n + 3, n + 30); heapBytes.fill(-1, n, n + 5); return heap[2]!;"),
      natural,
    );
  });

  it("has no words before the first, nor behind the last", () => {
    const { functions } = start(compile(one("return heap[n]!;")));
    expect(() => functions.f(-1)).toThrow(WebAssembly.RuntimeError);
    expect(() => functions.f(2 ** 14)).toThrow(WebAssembly.RuntimeError);
    expect(functions.f(2 ** 14 - 1)).toBe(0);
  });

  it("is evaluated in the order of the source", () => {
    const source = `
      function next(): number { return heap[200]++; }
      export function f(n: number): number {
        heap[200] = n & 15;
        heap[next() + 300] = next() * 2 + heap[next()]!;
        heap[next() + 300]! += next() + (heap[next() + 300] = 7);
        return heap[next() + 300]!++ - next();
      }`;
    expectSame(source, small);
  });
});

describe("statements", () => {
  it("loops with for, while and do", () => {
    expectSame(one("let s = 0; for (let i = 0, j = n; i < j; i++, j--) s += i * j; return s;"), small);
    expectSame(one("let s = 0; for (; n > 0; ) { s += n--; if (s > 20) break; } return s;"), small);
    expectSame(one("let s = 0; while (n > 0) { n--; if ((n & 1) === 0) continue; s += n; } return s;"), small);
    expectSame(one("let s = 0; do { s += n; if (n === 4) continue; n--; } while (--n > 0); return s;"), small);
    expectSame(one("for (;;) { if (n > 20) return n; n += 7; }"), small);
    expectSame(one("while (true) { if (n > 20) break; n += 7; } return -n;"), small);
    expectSame(one("let i: number; for (i = 3; i < n; ++i); return i;"), small);
    expectSame(one("let s = 0; for (let i = 0; i < n; i++) { if (i & 1) continue; s += i; } return s;"), small);
  });

  it("leaves and goes on with labelled loops and blocks", () => {
    expectSame(
      one(`let s = 0;
        outer: for (let i = 0; i < n; i++) {
          inner: for (let j = 0; ; j++) {
            if (j > i) continue outer;
            if (i === 6 && j === 2) break outer;
            if (j === 3) break inner;
            s = s * 3 + j;
            if (s > 1000) s -= 1000;
          }
          s++;
        }
        return s;`),
      small,
    );
    expectSame(one("part: { if (n > 3) break part; n += 100; { if (n > 101) break part; } n++; } return n;"), small);
    expectSame(
      one(
        "a: b: while (n > 0) { n--; do { if (n === 3) break b; if (n > 5) continue a; n--; } while (n > 0); } return n;",
      ),
      small,
    );
    expectSame(one("test: if (n > 0) { if (n > 5) break test; n = 50; } else n = 60; return n;"), small);
  });

  it("hides outer names in inner blocks", () => {
    expectSame(
      one(
        "const x = n; let s = 0; { const x = n + 1; s += x; } { let x; x = 3; s += x; } for (let x = 0; x < 2; x++) s += x; return s * 10 + x;",
      ),
      small,
    );
  });

  it("gives locals without a start value none of what another had", () => {
    expectSame(
      one("let s = 0; { const y = n + 5; s += y; } { let z; if (n > 100) z = 1; s += z! | 0; } return s;"),
      small,
    );
  });
});

describe("switch", () => {
  const dense =
    "case 0: s = 1; case 1: s += 2; break; case 2: { const t = n * 2; s = t; break; } case 3: case 4: return 9;";
  it.each([
    `${dense}`,
    `${dense} default: s = 77;`,
    `case 8: s = 3; default: s += 4; ${dense}`,
    "case -3: s = 1; break; case -1: s = 2; break; case 0: s = 3; break; case 1: s = 4;",
    "case 3: s = 1; break; case 2 ** 20: s = 2; break; default: s = 3; break; case -(2 ** 31): s = 4;",
    "default: s = 5;",
    "",
    "case 5: { switch (n + 1) { case 6: s = 4; break; default: s = 5; } s++; break; } case 6: s = 8;",
  ])("{ %s }", (cases) => {
    expectSame(one(`let s = 0; switch (n) { ${cases} } return s;`), [...small, [2 ** 20], [-(2 ** 31)], [2 ** 31 - 1]]);
  });

  it("lets a loop around it go on, and an outer block be left", () => {
    expectSame(
      one(`let s = 0;
        evaluation: for (;;) {
          switch (n & 7) {
            case 0: n += 1; continue;
            case 1: case 2: s += 5; break;
            case 3: { const more = s * 2; s = more; break evaluation; }
            case 4: for (let i = 0; i < 3; i++) { if (i === 1) continue; s += i; } n = 11; continue evaluation;
            default: s++; if (s > 30) break evaluation;
          }
          n++;
        }
        return s;`),
      small,
    );
  });

  it("becomes a table if the cases lie close together", () => {
    const cases = (values) => values.map((value) => `case ${value}: return ${value};`).join(" ");
    const hasTable = (values) => compile(one(`switch (n) { ${cases(values)} } return 0;`)).bytes.includes(0x0e);
    expect(hasTable([1, 2, 3, 4, 5])).toBe(true);
    expect(hasTable([1, 1000, 2000, 3000, 4000])).toBe(false);
  });
});

describe("functions", () => {
  it("call each other, of other core files and of plain ones too", () => {
    const others = {
      "/memory/words.ts":
        "export const heap = 0; let far = 3; export function allocate(n: number): number { const at = heap[1]; heap[1] += n; return at; } export function never(): number { return far; }",
      "/core/two.ts":
        'import { allocate, heap } from "../memory/words.ts"; import * as One from "./one.ts"; export function make(n: number): number { const at = allocate(2); heap[at] = n + One.BASE; return at; } function unused(): string { return `${1}`; }',
    };
    const source =
      'import { make } from "./two.ts"; export const BASE = 40; export function f(n: number): number { return heap[make(n)]!; }';
    const result = compile(source, others);
    const { functions, heap } = start(result);
    heap[1] = 100;
    expect([functions.f(2), functions.make(3), heap[101], heap[102]]).toEqual([42, 102, 0, 43]);
    expect(result.imports).toEqual([]);
    expect(result.exports["/core/one.ts"].constants).toEqual([{ name: "BASE", value: 40 }]);
    expect(result.exports["/core/two.ts"].functions.map(({ name }) => name)).toEqual(["make"]);
  });

  it("may have the same name in two files", () => {
    const two =
      'import { same as other } from "./one.ts"; export function same(n: number): number { return other(n) + 1; }';
    const result = compile("export function same(n: number): number { return n * 10; }", { "/core/two.ts": two });
    expect(Object.keys(result.exports).map((file) => result.exports[file].functions[0].as)).toEqual(["same", "same_2"]);
    expect(start(result).functions.same_2(4)).toBe(41);
  });

  it("take constants of modules that are not of the core, by name and by namespace", () => {
    const others = {
      "/code/code.ts":
        'import { SEVEN as S } from "../more.ts"; export * from "../more.ts"; export { SEVEN as OTHER } from "../more.ts"; export const OP = S + 1 as number; export const list = [1, 2]; class A {}',
      "/more.ts": "export const SEVEN: number = 7; export const LIMIT = -(2 ** 28);",
    };
    const source =
      'import * as Op from "../code/code.ts"; import { SEVEN, OTHER } from "../code/code.ts"; export function f(): number { switch (8) { case Op.OP: return SEVEN + Op.LIMIT + OTHER; default: return 0; } }';
    expect(start(compile(source, others)).functions.f()).toBe(14 - 2 ** 28);
  });

  it("call functions of other modules with as many arguments as are given", () => {
    const declared =
      "export function sum(a: number, b = 0, c?: number): number { return 0; } export function note(a: number): void {}";
    const noted = [];
    const outside = { sum: (...all) => all.length * 100 + all.reduce((s, n) => s + n, 0), note: (a) => noted.push(a) };
    expectSame(one("note(n); sum(1); return sum(n) + sum(n, 2) * 2 + sum(n, 2, 3) * 4;"), small, { outside, declared });
    expect(noted).toHaveLength(small.length * 2);
    expect(noted.slice(0, 2)).toEqual([-3, -3]);
  });

  it("say of what they call whether it is a Boolean", () => {
    const declared =
      "type Is = boolean; type Handle = number; export const has = (a: Handle, sure: Is): Is => true; export function is(a: unknown): a is string {} export function text(): string {}";
    const outside = { has: (a) => a > 3, is: (a) => a < 2, text: () => "" };
    const source = one("text(); return (has(n, n === 1) && is(n)) || has(n, true) ? 1 : is(n) ? 2 : 3;");
    expectSame(source, small, { outside, declared });
    const { imports } = compile(`import { has } from "../outside.ts"; ${one("return has(n, true) ? 1 : 0;")}`, {
      "/outside.ts": declared,
    });
    expect(imports).toEqual([
      { name: "has", as: "has", file: "/outside.ts", parameters: ["number", "boolean"], result: "boolean" },
    ]);
  });

  it("let through what a function of another module throws", () => {
    const declared = "export function fail(n: number): never { throw n; }";
    const outside = {
      fail: (n) => {
        throw new TypeError(`no ${n}`);
      },
    };
    const source = one("if (n > 3) return fail(n); if (n < 0) fail(n); return n;");
    const { compiled, plain } = both(source, { outside, declared });
    for (const { functions } of [compiled, plain]) {
      expect(functions.f(2)).toBe(2);
      expect(() => functions.f(4)).toThrow(new TypeError("no 4"));
      expect(() => functions.f(-1)).toThrow(new TypeError("no -1"));
    }
  });

  it("that do not come back need no return behind them", () => {
    const declared = "export function fail(n: number): never { throw n; }";
    const source = `function stop(n: number): never { fail(n + 1); } ${one("const x = n > 0 ? n : stop(n); return x;")}`;
    const outside = {
      fail: (n) => {
        throw new Error(`${n}`);
      },
    };
    const { compiled } = both(source, { outside, declared });
    expect(compiled.functions.f(3)).toBe(3);
    expect(() => compiled.functions.f(-5)).toThrow("-4");
  });

  it("raise a RangeError when they are too deep, with their names in the stack", () => {
    const { compiled } = both("export function deeper(n: number): number { return deeper(n + 1) + 1; }");
    let raised;
    try {
      compiled.functions.deeper(0);
    } catch (error) {
      raised = error;
    }
    expect(raised).toBeInstanceOf(RangeError);
    expect(raised.stack).toMatch(/at deeper \(wasm:/);
  });
});
