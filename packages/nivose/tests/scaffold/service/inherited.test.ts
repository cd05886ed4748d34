/** Bindings that take their values from the options of the module. */

import { expect, test } from "vitest";
import { inherited } from "../../../src/scaffold/service/family/write-member.ts";

test("what has the name of its option is inherited, several in a row at once", () => {
  expect(inherited("services.a = {\nport = cfg.port;\nhost = cfg.host;\nother = cfg.port;\nuser = cfg.user;\n};")).toBe(
    "services.a = {\ninherit (cfg) port host;\nother = cfg.port;\ninherit (cfg) user;\n};",
  );
});
