/** Where files reach for a machine, and what only looks like it. */

import { expect, test } from "vitest";
import { usesOfMachine } from "../../../src/scaffold/site/machine-uses.ts";
import { repositoryOf } from "../../check/sources.ts";

test.each([
  ['"sftp:backup@luna:/srv"', true],
  ['"${user}@luna"', true],
  ['"ssh://luna"', true],
  ['{ hostName = "luna"; }', true],
  ["{ hostName = luna; }", false],
  // a group, as Samba and sudo write it
  ['"@luna"', false],
  ['"kim @luna"', false],
])("%s leads to luna: %s", (value, isUse) => {
  const uses = usesOfMachine(repositoryOf({ "a.nix": `{ user, luna }: { a.b = ${value}; }\n` }), { name: "luna" });
  expect(uses.length > 0).toBe(isUse);
});
