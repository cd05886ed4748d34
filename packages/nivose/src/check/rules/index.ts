/** All rules. Written by `node scripts/run.js scripts/rules.ts` from the files of this folder. */

import type { Rule } from "../rule.ts";
import { rule as avoidableFramework } from "./avoidable-framework.ts";
import { rule as changedStateVersion } from "./changed-state-version.ts";
import { rule as computedStateVersion } from "./computed-state-version.ts";
import { rule as conditionalImports } from "./conditional-imports.ts";
import { rule as conflictingDefinitions } from "./conflicting-definitions.ts";
import { rule as flakeCycle } from "./flake-cycle.ts";
import { rule as fleetData } from "./fleet-data.ts";
import { rule as hostEvaluation } from "./host-evaluation.ts";
import { rule as hostWithoutTarget } from "./host-without-target.ts";
import { rule as inputRevisions } from "./input-revisions.ts";
import { rule as localInput } from "./local-input.ts";
import { rule as missingFile } from "./missing-file.ts";
import { rule as missingFollows } from "./missing-follows.ts";
import { rule as missingStateVersion } from "./missing-state-version.ts";
import { rule as nixpkgsAgain } from "./nixpkgs-again.ts";
import { rule as oldInput } from "./old-input.ts";
import { rule as optionWithoutDescription } from "./option-without-description.ts";
import { rule as optionWithoutType } from "./option-without-type.ts";
import { rule as privateInput } from "./private-input.ts";
import { rule as recursiveConfig } from "./recursive-config.ts";
import { rule as recursiveImports } from "./recursive-imports.ts";
import { rule as registryName } from "./registry-name.ts";
import { rule as repeatedSettings } from "./repeated-settings.ts";
import { rule as secretFileInStore } from "./secret-file-in-store.ts";
import { rule as secretInClear } from "./secret-in-clear.ts";
import { rule as secretInStore } from "./secret-in-store.ts";
import { rule as staleLock } from "./stale-lock.ts";
import { rule as suppression } from "./suppression.ts";
import { rule as syntax } from "./syntax.ts";
import { rule as systemMismatch } from "./system-mismatch.ts";
import { rule as targetWithoutHost } from "./target-without-host.ts";
import { rule as uncheckedHost } from "./unchecked-host.ts";
import { rule as unknownOption } from "./unknown-option.ts";
import { rule as unknownPackage } from "./unknown-package.ts";
import { rule as unreachedFlake } from "./unreached-flake.ts";
import { rule as unsupportedRelease } from "./unsupported-release.ts";
import { rule as untrackedFile } from "./untracked-file.ts";
import { rule as unusedArgument } from "./unused-argument.ts";
import { rule as unusedInput } from "./unused-input.ts";
import { rule as unusedLet } from "./unused-let.ts";
import { rule as unusedSuppression } from "./unused-suppression.ts";
import { rule as unusedWith } from "./unused-with.ts";
import { rule as wrongType } from "./wrong-type.ts";

// oxfmt-ignore
export const rules: readonly Rule[] = [
  avoidableFramework,
  changedStateVersion,
  computedStateVersion,
  conditionalImports,
  conflictingDefinitions,
  flakeCycle,
  fleetData,
  hostEvaluation,
  hostWithoutTarget,
  inputRevisions,
  localInput,
  missingFile,
  missingFollows,
  missingStateVersion,
  nixpkgsAgain,
  oldInput,
  optionWithoutDescription,
  optionWithoutType,
  privateInput,
  recursiveConfig,
  recursiveImports,
  registryName,
  repeatedSettings,
  secretFileInStore,
  secretInClear,
  secretInStore,
  staleLock,
  suppression,
  syntax,
  systemMismatch,
  targetWithoutHost,
  uncheckedHost,
  unknownOption,
  unknownPackage,
  unreachedFlake,
  unsupportedRelease,
  untrackedFile,
  unusedArgument,
  unusedInput,
  unusedLet,
  unusedSuppression,
  unusedWith,
  wrongType,
];
