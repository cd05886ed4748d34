/** All rules. Written by `node scripts/run.js scripts/rules.ts` from the files of this folder. */

import type { Rule } from "../rule.ts";
import { rule as conditionalImports } from "./conditional-imports.ts";
import { rule as conflictingDefinitions } from "./conflicting-definitions.ts";
import { rule as disabledModule } from "./disabled-module.ts";
import { rule as failedAssertion } from "./failed-assertion.ts";
import { rule as hostEvaluation } from "./host-evaluation.ts";
import { rule as hostWarning } from "./host-warning.ts";
import { rule as localInput } from "./local-input.ts";
import { rule as missingFile } from "./missing-file.ts";
import { rule as missingFollows } from "./missing-follows.ts";
import { rule as modulePattern } from "./module-pattern.ts";
import { rule as moduleTwice } from "./module-twice.ts";
import { rule as moduleWithoutEffect } from "./module-without-effect.ts";
import { rule as nixpkgsAgain } from "./nixpkgs-again.ts";
import { rule as oldInput } from "./old-input.ts";
import { rule as optionWithoutDescription } from "./option-without-description.ts";
import { rule as optionWithoutType } from "./option-without-type.ts";
import { rule as privateInput } from "./private-input.ts";
import { rule as recursiveConfig } from "./recursive-config.ts";
import { rule as recursiveImports } from "./recursive-imports.ts";
import { rule as secretFileInStore } from "./secret-file-in-store.ts";
import { rule as secretInClear } from "./secret-in-clear.ts";
import { rule as secretInStore } from "./secret-in-store.ts";
import { rule as suppression } from "./suppression.ts";
import { rule as syntax } from "./syntax.ts";
import { rule as unknownOption } from "./unknown-option.ts";
import { rule as unknownPackage } from "./unknown-package.ts";
import { rule as unsupportedRelease } from "./unsupported-release.ts";
import { rule as untrackedFile } from "./untracked-file.ts";
import { rule as unusedArgument } from "./unused-argument.ts";
import { rule as unusedLet } from "./unused-let.ts";
import { rule as unusedModule } from "./unused-module.ts";
import { rule as unusedSuppression } from "./unused-suppression.ts";
import { rule as unusedWith } from "./unused-with.ts";
import { rule as wrongModuleClass } from "./wrong-module-class.ts";
import { rule as wrongType } from "./wrong-type.ts";

// oxfmt-ignore
export const rules: readonly Rule[] = [
  conditionalImports,
  conflictingDefinitions,
  disabledModule,
  failedAssertion,
  hostEvaluation,
  hostWarning,
  localInput,
  missingFile,
  missingFollows,
  modulePattern,
  moduleTwice,
  moduleWithoutEffect,
  nixpkgsAgain,
  oldInput,
  optionWithoutDescription,
  optionWithoutType,
  privateInput,
  recursiveConfig,
  recursiveImports,
  secretFileInStore,
  secretInClear,
  secretInStore,
  suppression,
  syntax,
  unknownOption,
  unknownPackage,
  unsupportedRelease,
  untrackedFile,
  unusedArgument,
  unusedLet,
  unusedModule,
  unusedSuppression,
  unusedWith,
  wrongModuleClass,
  wrongType,
];
