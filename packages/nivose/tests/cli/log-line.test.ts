/** Lines that an expression prints: what Nix was seen to print for the same. */

import { expect, test } from "vitest";
import { logLine } from "../../src/cli/log-line.ts";

const colored = "trace: \u001b[1;31mred\u001b[0m, \u001b]8;;http://x\u001b\\link\u001b[2K\u0007\r";

test("colours are for terminals, other sequences for nobody", () => {
  expect(logLine(colored, false)).toBe("trace: red, link");
  expect(logLine(colored, true)).toBe("trace: \u001b[1;31mred\u001b[0m, link");
});

test("tabs become blanks, counted over all lines", () => {
  expect(logLine("trace: a\tb", false)).toBe("trace: a        b");
  expect(logLine("trace: x\ty\n12345678\tz", false)).toBe("trace: x        y\n12345678       z");
});
