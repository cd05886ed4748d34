/** All rules. Written by `node scripts/run.js scripts/rules.ts` from the files of this folder. */

import type { Rule } from "../rule.ts";
import { rule as conflictingDefinitions } from "./conflicting-definitions.ts";
import { rule as definedTwice } from "./defined-twice.ts";
import { rule as hostEvaluation } from "./host-evaluation.ts";
import { rule as localInput } from "./local-input.ts";
import { rule as missingFollows } from "./missing-follows.ts";
import { rule as oldInput } from "./old-input.ts";
import { rule as optionEqualToDefault } from "./option-equal-to-default.ts";
import { rule as privateInput } from "./private-input.ts";
import { rule as readOnlyOption } from "./read-only-option.ts";
import { rule as recursiveConfig } from "./recursive-config.ts";
import { rule as recursiveImports } from "./recursive-imports.ts";
import { rule as removedOption } from "./removed-option.ts";
import { rule as renamedOption } from "./renamed-option.ts";
import { rule as suppression } from "./suppression.ts";
import { rule as syntax } from "./syntax.ts";
import { rule as unknownOption } from "./unknown-option.ts";
import { rule as unknownPackage } from "./unknown-package.ts";
import { rule as unsupportedRelease } from "./unsupported-release.ts";
import { rule as unusedArgument } from "./unused-argument.ts";
import { rule as unusedLet } from "./unused-let.ts";
import { rule as unusedSuppression } from "./unused-suppression.ts";
import { rule as unusedWith } from "./unused-with.ts";
import { rule as wrongType } from "./wrong-type.ts";

// oxfmt-ignore
export const rules: readonly Rule[] = [
  conflictingDefinitions,
  definedTwice,
  hostEvaluation,
  localInput,
  missingFollows,
  oldInput,
  optionEqualToDefault,
  privateInput,
  readOnlyOption,
  recursiveConfig,
  recursiveImports,
  removedOption,
  renamedOption,
  suppression,
  syntax,
  unknownOption,
  unknownPackage,
  unsupportedRelease,
  unusedArgument,
  unusedLet,
  unusedSuppression,
  unusedWith,
  wrongType,
];
