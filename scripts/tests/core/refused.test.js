import { describe, expect, it } from "vitest";
import { compile } from "./both.js";

/** What the compiler says of a body of a function; the place is that in the line of the body. */
function refusal(body, others) {
  try {
    compile(`export function f(n: number): number {\n${body}\nreturn n; }`, others);
  } catch (error) {
    return `${error.name} ${error.message}`;
  }
  return "nothing";
}

describe("what is not in the language is refused, with its place", () => {
  it.each([
    ["throw n;", 1, "ThrowStatement is not in the language of the core"],
    ["var x = 1;", 1, "`var` is not in the language of the core"],
    ["let x = 'text';", 9, "Literal is not in the language of the core"],
    ["let x = 1.5;", 9, "1.5 is no 32-bit integer"],
    ["let x = 1n;", 9, "Literal is not in the language of the core"],
    ["const x = 2 ** 31;\nif (n === x) n++;", undefined, "2147483648 is no 32-bit integer"],
    ["n = n / 2;", 5, "the operator `/` is not in the language of the core"],
    ["n = n % 2;", 5, "the operator `%` is not in the language of the core"],
    ["n = n == 2 ? 1 : 2;", 5, "the operator `==` is not in the language of the core"],
    ["n ??= 2;", 1, "the operator `??` is not in the language of the core"],
    ["n ||= 2;", 1, "the operator `||` is not in the language of the core"],
    ["n = n ?? 2;", 5, "the operator `??` is not in the language of the core"],
    ["n = n >>> 0;", 5, "`>>> 0` may exceed a signed number"],
    ["n = +n;", 5, "the operator `+` is not in the language of the core"],
    ["n = typeof n;", 5, "the operator `typeof` is not in the language of the core"],
    ["n = unknown;", 5, "`unknown` is not known"],
    ["n = f;", 5, "`f` is no number that is known while compiling"],
    ["unknown(n);", 1, "what is called here is not known"],
    ["f(n, n);", 1, "`f` takes 1 arguments"],
    ["n = Math.max(n);", 5, "of `Math`, only"],
    ["n = Math.floor(n);", 5, "of `Math`, only"],
    ["heap.slice(1, 2, 3);", 1, "`heap.slice` is not in the language of the core"],
    ["heap.fill(3, 1, 2);", 11, "`heap.fill` fills with 0 or -1 only"],
    ["n = heap.length;", 5, "only words of `heap`, bytes of `heapBytes` and constants of modules are members"],
    ["n = heap[-1];", 10, "there is no word -1"],
    ["const g = () => 1;", 11, "ArrowFunctionExpression is not in the language of the core"],
    ["function g() {}", 1, "FunctionDeclaration is not in the language of the core"],
    ["const [a] = [1];", 7, "a local is declared by its name alone"],
    ["for (const x of [1]) n++;", 1, "ForOfStatement is not in the language of the core"],
    ["try { n++; } finally { n--; }", 1, "TryStatement is not in the language of the core"],
    ["const K = 1; K = 2;", 14, "only locals, parameters and what is in the memory can change"],
    ["switch (n) { case n: return 1; }", 19, "a case is a constant 32-bit integer"],
    ["return;", 1, "this function has to return a value"],
  ])("%s", (body, column, message) => {
    const line = column === undefined ? 4 : 3;
    expect(refusal(body)).toContain(`CoreError /core/one.ts:${line}:${column ?? 11}: ${message}`);
  });

  it.each([
    ["let x = 1;", "VariableDeclaration is not in the language of the core"],
    ["class A {}", "ClassDeclaration is not in the language of the core"],
    ["const x = [1];", "this is not known while compiling"],
    ["const f = (n: number): number => n;", "this is not known while compiling"],
    ["const a: number = b; const b: number = a;", "this is not known while compiling"],
    ["f();", "ExpressionStatement is not in the language of the core"],
    ["export function g(n = 1): number { return n; }", "a parameter of `g` is neither a number nor a Boolean"],
    ["export function g(n?: number): number { return 1; }", "a parameter of `g` is neither a number nor a Boolean"],
    ["export function g(n: string): number { return 1; }", "a parameter of `g` is neither a number nor a Boolean"],
    ["export function g({ n }: A): number { return 1; }", "a parameter of `g` is neither a number nor a Boolean"],
    ["export function g(n: number) { return n; }", "`g` does not say what it returns"],
    ["export function g(n: number): string { return ''; }", "`g` gives neither a number nor a Boolean nor nothing"],
    ["export async function g(): number { return 1; }", "`g` is no plain function with a body"],
    ["export function* g(): number { return 1; }", "`g` is no plain function with a body"],
    ["function h(): void {} export { h };", "the core exports where it declares"],
    ["export default function g(): void {}", "ExportDefaultDeclaration is not in the language of the core"],
  ])("at the top: %s", (text, message) => {
    expect(() => compile(text)).toThrow(message);
  });

  it("the value of a function that has none that the core could hold", () => {
    const others = {
      "/outside.ts": "interface T {} export function g(): T { return {}; } export function h(): void {}",
    };
    for (const name of ["g", "h"]) {
      const text = `import { ${name} } from "../outside.ts"; export function f(): number { ${name}(); return ${name}(); }`;
      expect(() => compile(text, others)).toThrow(`\`${name}\` gives neither a number nor a Boolean`);
    }
  });

  it("a variable of a plain module", () => {
    const words = "export const heap = 0; let top = 1; export function use(): number { return top; }";
    const text = 'import { use } from "../memory/words.ts"; export function f(): number { return use(); }';
    expect(() => compile(text, { "/memory/words.ts": words })).toThrow("/memory/words.ts:1:76: `top` is no number");
  });

  it("in lines with letters that are not ASCII", () => {
    expect(refusal("/* 𝒳 ü */ throw n;")).toContain("/core/one.ts:3:12: ThrowStatement");
  });
});
