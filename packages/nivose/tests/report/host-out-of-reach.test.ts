/** What helps a host that cannot be evaluated here depends on what it lacks. */

import { expect, test } from "vitest";
import { toolMessages } from "../../src/report/messages.ts";

test.each([
  ["out of memory", "--max-memory"],
  ["cannot find the input 'nixpkgs'", "--override-input"],
])("%s", (reason, expected) => {
  expect(toolMessages["host-out-of-reach"]("luna", reason, "eval .").hint).toContain(expected);
});
