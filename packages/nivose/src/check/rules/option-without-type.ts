/** Finds options that take anything. */

import { optionCalls } from "../modules/option-calls.ts";
import type { FileRule } from "../rule.ts";

export const rule: FileRule = {
  code: "option-without-type",
  family: "modules",
  level: "note",
  class: "certain",
  reads: "file",
  isPedantic: true,
  title: "An option without a type",
  explain:
    "An option without a `type` takes whatever it is given. A mistake is noticed where the value is used, far from where it was made, and two " +
    "definitions are put together by guessing. `lib.types` has a type for nearly everything, and `lib.types.anything` for the rest. " +
    "What is said of the option elsewhere, as in `mkOption common` or `mkOption { … } // common`, is not looked at.",
  example: {
    bad: '{ lib, ... }:\n{\n  options.house.site = lib.mkOption {\n    description = "Where the house stands.";\n  };\n}\n',
    good: '{ lib, ... }:\n{\n  options.house.site = lib.mkOption {\n    type = lib.types.str;\n    description = "Where the house stands.";\n  };\n}\n',
  },
  *check(file) {
    for (const { at, text, attributes } of file.tree.ok && file.mentions("mkOption") ? optionCalls(file) : []) {
      if (attributes.has("type")) continue;
      yield {
        text: `${text} has no type`,
        at: file.at(at),
        hint: "say with 'type' what it takes, such as 'lib.types.str'",
      };
    }
  },
};
