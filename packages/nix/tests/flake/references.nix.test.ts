/** Flake references as real Nix reads and prints them. */

import { describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { askNix, nixString } from "../builtins-text/support/ask-nix.ts";
import { evaluated } from "../builtins/support/evaluate.ts";
import { attributeSets, crashesNix, references } from "./support/references.ts";

const count = Number(process.env["NIVOSE_TEST_REFERENCES"] ?? 1500);
const seed = Number(process.env["NIVOSE_TEST_SEED"] ?? 1);

describe.runIf(needs("nix-2.26"))("Nix 2.26", () => {
  test("reads the same attributes from a text, or refuses it in the same words", () => {
    compare(references(count, seed).map((text) => `builtins.toJSON (builtins.parseFlakeRef ${nixString(text)})`));
  });

  test("prints the same text for attributes, or refuses them in the same words", () => {
    const sets = attributeSets(count, seed).filter((set) => !crashesNix(set));
    compare(sets.map((set) => `builtins.flakeRefToString ${set}`));
  });
});

function compare(expressions: readonly string[]): void {
  const byNix = askNix(expressions).map(({ kind, text }) => (kind === "error" ? `error: ${text}` : text));
  const differences = expressions.flatMap((expression, index) => {
    // Nix drops carriage returns from what it prints of errors
    const ours = evaluated(expression, ["flakes", "nix-command"]).replaceAll("\r", "");
    const theirs = byNix[index]!.replaceAll("\r", "");
    return ours === theirs ? [] : [{ expression, ours, theirs }];
  });
  expect(differences).toEqual([]);
}
