/** Go: `go.mod`. What it requires has one hash, which only a build tells, unless it is all in `vendor`. */

import type { Facts, Source } from "./facts.ts";

export function goFacts({ read }: Source): Facts | undefined {
  const manifest = read("go.mod");
  if (manifest === undefined) return undefined;
  const module = /^module\s+(\S+)/mu.exec(manifest)?.[1];
  const isVendored = read("vendor/modules.txt") !== undefined;
  const needsHash = /^\s*require\b/mu.test(manifest) && !isVendored;
  return {
    language: "go",
    version: '"0.1.0"',
    program: module
      ?.replace(/\/v\d+$/u, "")
      .split("/")
      .at(-1),
    values: { vendorHash: needsHash ? "lib.fakeHash" : "null", hash: needsHash },
    notes: needsHash ? ["vendorHash is not known yet: the first build fails, and tells the right one."] : [],
  };
}
