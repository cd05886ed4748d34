/** What Tab offers in the interpreter. */

import type { ReplSession } from "@nivose/nix/repl";
import { expect, test } from "vitest";
import { completeLine } from "../../src/cli/repl/completion.ts";
import { parseLine } from "../../src/cli/repl/line.ts";

function sessionWith(names: readonly string[]): ReplSession {
  return { isBusy: false, ask: async () => ({ ok: true, names }) } as unknown as ReplSession;
}

const many = Array.from({ length: 250 }, (_, index) => `name${1000 + index}`);

test("names that begin like the word", async () => {
  expect(await completeLine("1 + fo", sessionWith(["foo", "bar", "fob"]), "/")).toEqual([["fob", "foo"], "fo"]);
});

test("of very many names what they have in common, and then the first of them and their number", async () => {
  expect(await completeLine("na", sessionWith(many), "/")).toEqual([["name1"], "na"]);
  const [words] = await completeLine("name1", sessionWith(many), "/");
  expect(words.slice(0, 2)).toEqual(["name1000", "name1001"]);
  expect(words.at(-1)).toBe("… and 150 more");
  expect(words.length).toBe(101);
});

test.each([
  [":te", { kind: "traces", on: undefined }],
  [":te on", { kind: "traces", on: true }],
  [":trace-enable false", { kind: "traces", on: false }],
  [":te perhaps", { kind: "refused", command: ":te", argument: "perhaps" }],
])("%s", (line, meant) => {
  expect(parseLine(line, "/")).toEqual(meant);
});
