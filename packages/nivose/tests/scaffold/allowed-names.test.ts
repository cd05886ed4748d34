/** What hosts and people cannot be called. */

import { expect, test } from "vitest";
import { hostNames, loginNames } from "../../src/scaffold/spec/allowed-names.ts";

test.each(["self", "default", "lib", "pkgs", "inputs", "__proto__", "__functor", "let"])("%s is no name", (name) => {
  expect(hostNames.pattern.test(name)).toBe(false);
  expect(loginNames.pattern.test(name)).toBe(false);
});

test.each(["selfie", "luna", "default2", "constructor"])("%s is one", (name) => {
  expect(hostNames.pattern.test(name)).toBe(true);
  expect(loginNames.pattern.test(name)).toBe(true);
});
