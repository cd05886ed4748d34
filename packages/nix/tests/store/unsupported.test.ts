/** What Nix has behind experimental features: refused in Nix's words while they are off, and as a limit of ours if on. */

import { expect, test } from "vitest";
import { runEvaluation } from "../../src/evaluation.ts";

test.each([
  [
    "ca-derivations",
    "__contentAddressed = true;",
    "content-addressed derivations ('__contentAddressed') are not supported",
  ],
  ["impure-derivations", "__impure = true;", "impure derivations ('__impure') are not supported"],
  [
    "dynamic-derivations",
    'outputHashMode = "text";',
    "outputs that are derivations (outputHashMode 'text') are not supported",
  ],
  [
    "git-hashing",
    'outputHashMode = "git";',
    "outputs that are hashed as Git hashes them (outputHashMode 'git') are not supported",
  ],
])("%s", (feature, attribute, text) => {
  expect(failure(attribute, [])).toEqual([
    "eval",
    `experimental Nix feature '${feature}' is disabled; add '--extra-experimental-features ${feature}' to enable it`,
  ]);
  expect(failure(attribute, [feature])).toEqual(["limit", text]);
});

function failure(attribute: string, features: readonly string[]): string[] {
  const text = Buffer.from(`(derivation { name = "a"; system = "s"; builder = "b"; ${attribute} }).drvPath`);
  const reply = runEvaluation(
    {
      expression: { kind: "text", text, name: "here", folder: "/" },
      selections: [""],
      args: [],
      output: "value",
      strict: true,
      location: false,
      settings: { experimentalFeatures: new Set(features) },
    },
    () => {},
  );
  return reply.ok ? [] : [reply.failure.kind, reply.failure.text];
}
