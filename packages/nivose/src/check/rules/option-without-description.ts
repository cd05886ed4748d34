/** Finds options that say nothing of what they are for. */

import { mayBe, optionCalls } from "../modules/option-calls.ts";
import type { FileRule } from "../rule.ts";

export const rule: FileRule = {
  code: "option-without-description",
  family: "modules",
  level: "note",
  class: "certain",
  reads: "file",
  isPedantic: true,
  title: "An option without a description",
  explain:
    "A `description` is what the manual, `nivose options` and an editor show of an option; NixOS warns of options without one where it makes " +
    "its manual. Options that are `internal`, or not `visible`, are left alone, and so is a second declaration that adds to the " +
    "submodules of an option of NixOS, nix-darwin or Home Manager: an option that is described twice is an error.",
  example: {
    bad: "{ lib, ... }:\n{\n  options.house.site = lib.mkOption {\n    type = lib.types.str;\n  };\n}\n",
    good: '{ lib, ... }:\n{\n  options.house.site = lib.mkOption {\n    type = lib.types.str;\n    description = "Where the house stands.";\n  };\n}\n',
  },
  *check(file) {
    for (const { at, text, attributes } of file.tree.ok && file.mentions("mkOption") ? optionCalls(file) : []) {
      if (attributes.has("description") || mayBe(file, attributes.get("internal"), "true")) continue;
      if (mayBe(file, attributes.get("visible"), "false")) continue;
      yield {
        text: `${text} has no description`,
        at: file.at(at),
        hint: "say in a sentence what it is for",
      };
    }
  },
};
