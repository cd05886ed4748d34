/** What a `flake.nix` says of its inputs, and of theirs. */

import { expect, test } from "vitest";
import { type DeclaredInput, declaredTree } from "../../../src/paper/declared-tree.ts";

const tree = (text: string): ReadonlyMap<string, DeclaredInput> => declaredTree(Buffer.from(text));
const plain = { attributes: {}, isFlake: true, follows: undefined, inputs: new Map() };

test("inputs in one set and in many bindings are the same", () => {
  const expected = new Map([
    ["a", { ...plain, attributes: { url: "github:ada/a" }, inputs: new Map([["b", { ...plain, follows: ["b"] }]]) }],
  ]);
  expect(tree(`{ inputs = { a = { url = "github:ada/a"; inputs.b.follows = "b"; }; }; }`)).toEqual(expected);
  expect(tree(`{ inputs.a.url = github:ada/a; inputs.a.inputs.b.follows = "b"; }`)).toEqual(expected);
  expect(tree(`{ inputs.a = { url = "github:ada/a"; inputs = { b = { follows = "b"; }; }; }; }`)).toEqual(expected);
});

test("an input that is no flake", () => {
  expect(tree(`{ inputs.a = { url = "github:ada/a"; flake = false; }; }`).get("a")!.isFlake).toBe(false);
  expect(tree(`{ inputs.a = { url = "github:ada/a"; flake = true; }; }`).get("a")!.isFlake).toBe(true);
});

test("an input of an input of an input", () => {
  const found = tree(`{ inputs.a.inputs.b.inputs.c.url = "github:ada/c"; }`);
  expect(found.get("a")!.inputs.get("b")!.inputs.get("c")!.attributes).toEqual({ url: "github:ada/c" });
});

test("an input as attributes", () => {
  const found = tree(`{ inputs.a = { type = "github"; owner = "ada"; repo = "a"; ref = "main"; }; }`);
  expect(found.get("a")!.attributes).toEqual({ type: "github", owner: "ada", repo: "a", ref: "main" });
});

test("what is computed, or no set at all, has no inputs", () => {
  expect(tree(`{ inputs = import ./inputs.nix; outputs = _: { }; }`)).toEqual(new Map());
  expect(tree(`x: x`)).toEqual(new Map());
  expect(tree(`{ inputs.a.url = `)).toBeInstanceOf(Map);
});

test("what is beside the inputs is none", () => {
  expect(tree(`{ description = "a"; nixConfig.a.url = "b"; outputs = { self }: { }; }`)).toEqual(new Map());
});
