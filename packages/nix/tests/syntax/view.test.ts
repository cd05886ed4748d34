/** Views: one node as a small plain object. */

import { describe, expect, test } from "vitest";
import { parse, Token, type Tree, type View, view } from "../../src/syntax/index.ts";

function viewOf(source: string): { readonly tree: Tree; readonly view: View } {
  const tree = parse(Buffer.from(source));
  return { tree, view: view(tree, tree.child(tree.root, 0)) };
}

describe("a view", () => {
  test("of a function has its name, its formals and its body", () => {
    const { tree, view: lambda } = viewOf("{ a, b ? 1, ... }@args: a");
    if (lambda.kind !== "lambda") throw new Error(lambda.kind);
    expect(tree.text(lambda.name!)).toBe("args");
    expect(tree.text(lambda.body)).toBe("a");
    const formals = view(tree, lambda.formals!);
    if (formals.kind !== "formals") throw new Error(formals.kind);
    expect(formals.ellipsis).toBe(true);
    expect(formals.formals.map((formal) => tree.text(formal))).toEqual(["a", "b ? 1"]);
  });

  test("of a let has its bindings in order and its body", () => {
    const { tree, view: let_ } = viewOf("let a = 1; inherit (b) c d; in a + c");
    if (let_.kind !== "let") throw new Error(let_.kind);
    expect(let_.bindings.map((binding) => tree.text(binding))).toEqual(["a = 1;", "inherit (b) c d;"]);
    const body = view(tree, let_.body);
    expect(body).toMatchObject({ kind: "binary", operator: Token.Plus });
    const inherit = view(tree, let_.bindings[1]!);
    if (inherit.kind !== "inherit") throw new Error(inherit.kind);
    expect(tree.text(inherit.from!)).toBe("b");
    expect(inherit.names.map((name) => tree.text(name))).toEqual(["c", "d"]);
  });

  test("says what is absent by leaving it undefined", () => {
    expect(viewOf("a.b").view).toMatchObject({ kind: "select", fallback: undefined });
    expect(viewOf("x: x").view).toMatchObject({ kind: "lambda", formals: undefined });
  });

  test.each([
    ["rec { }", { kind: "attr-set", recursive: true }],
    ["{ }", { kind: "attr-set", recursive: false }],
    ["./a", { kind: "path", text: "./a" }],
    ["<a/b>", { kind: "search-path", text: "<a/b>" }],
    ["1.5", { kind: "float", text: "1.5" }],
    ["!a", { kind: "unary", operator: Token.Not }],
    ["a ? b", { kind: "has-attr" }],
    ["f x y", { kind: "apply" }],
    ["if a then b else c", { kind: "if" }],
    ["with a; b", { kind: "with" }],
    ["assert a; b", { kind: "assert" }],
    ["(a)", { kind: "paren" }],
    ["[ 1 ]", { kind: "list" }],
    ["", { kind: "missing" }],
  ])("of %s", (source, expected) => {
    expect(viewOf(source).view).toMatchObject(expected);
  });
});
