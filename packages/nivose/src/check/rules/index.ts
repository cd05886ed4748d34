/** All rules. Written by `node scripts/run.js scripts/rules.ts` from the files of this folder. */

import type { Rule } from "../rule.ts";
import { rule as ageRecipients } from "./age-recipients.ts";
import { rule as argumentNotProvided } from "./argument-not-provided.ts";
import { rule as avoidableFramework } from "./avoidable-framework.ts";
import { rule as brokenValue } from "./broken-value.ts";
import { rule as changedStateVersion } from "./changed-state-version.ts";
import { rule as computedStateVersion } from "./computed-state-version.ts";
import { rule as conditionalImports } from "./conditional-imports.ts";
import { rule as conflictingDefinitions } from "./conflicting-definitions.ts";
import { rule as definedTwice } from "./defined-twice.ts";
import { rule as disabledModule } from "./disabled-module.ts";
import { rule as dnsLoop } from "./dns-loop.ts";
import { rule as exchangedBoot } from "./exchanged-boot.ts";
import { rule as exchangedNetwork } from "./exchanged-network.ts";
import { rule as failedAssertion } from "./failed-assertion.ts";
import { rule as firewallClosed } from "./firewall-closed.ts";
import { rule as firewallOpen } from "./firewall-open.ts";
import { rule as flakeCycle } from "./flake-cycle.ts";
import { rule as fleetData } from "./fleet-data.ts";
import { rule as hiddenPackage } from "./hidden-package.ts";
import { rule as hostEvaluation } from "./host-evaluation.ts";
import { rule as hostSecretInClear } from "./host-secret-in-clear.ts";
import { rule as hostWarning } from "./host-warning.ts";
import { rule as hostWithoutTarget } from "./host-without-target.ts";
import { rule as inputRevisions } from "./input-revisions.ts";
import { rule as localInput } from "./local-input.ts";
import { rule as lockedOutLogin } from "./locked-out-login.ts";
import { rule as lockedOutRoot } from "./locked-out-root.ts";
import { rule as lockedOutSsh } from "./locked-out-ssh.ts";
import { rule as missingFile } from "./missing-file.ts";
import { rule as missingFollows } from "./missing-follows.ts";
import { rule as missingSpecialArgs } from "./missing-special-args.ts";
import { rule as missingStateVersion } from "./missing-state-version.ts";
import { rule as modulePattern } from "./module-pattern.ts";
import { rule as moduleTwice } from "./module-twice.ts";
import { rule as moduleWithoutEffect } from "./module-without-effect.ts";
import { rule as monitoringNothing } from "./monitoring-nothing.ts";
import { rule as neededService } from "./needed-service.ts";
import { rule as nestedWith } from "./nested-with.ts";
import { rule as nixpkgsAgain } from "./nixpkgs-again.ts";
import { rule as oldInput } from "./old-input.ts";
import { rule as olderService } from "./older-service.ts";
import { rule as optionEqualToDefault } from "./option-equal-to-default.ts";
import { rule as optionWithoutDescription } from "./option-without-description.ts";
import { rule as optionWithoutType } from "./option-without-type.ts";
import { rule as portClash } from "./port-clash.ts";
import { rule as privateInput } from "./private-input.ts";
import { rule as proxyBackend } from "./proxy-backend.ts";
import { rule as readOnlyOption } from "./read-only-option.ts";
import { rule as recursiveConfig } from "./recursive-config.ts";
import { rule as recursiveImports } from "./recursive-imports.ts";
import { rule as registryName } from "./registry-name.ts";
import { rule as removedOption } from "./removed-option.ts";
import { rule as renamedOption } from "./renamed-option.ts";
import { rule as repeatedSettings } from "./repeated-settings.ts";
import { rule as secretFileInStore } from "./secret-file-in-store.ts";
import { rule as secretInClear } from "./secret-in-clear.ts";
import { rule as secretInStore } from "./secret-in-store.ts";
import { rule as secretKeyCircle } from "./secret-key-circle.ts";
import { rule as sopsFileInClear } from "./sops-file-in-clear.ts";
import { rule as sopsFileWithoutRule } from "./sops-file-without-rule.ts";
import { rule as sopsHostLeftOut } from "./sops-host-left-out.ts";
import { rule as sopsKeyGroups } from "./sops-key-groups.ts";
import { rule as sopsMissingValue } from "./sops-missing-value.ts";
import { rule as sopsRecipients } from "./sops-recipients.ts";
import { rule as sopsRuleOrder } from "./sops-rule-order.ts";
import { rule as sopsRuleWithoutFile } from "./sops-rule-without-file.ts";
import { rule as staleLock } from "./stale-lock.ts";
import { rule as stateWithoutBackup } from "./state-without-backup.ts";
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
import { rule as unusedModule } from "./unused-module.ts";
import { rule as unusedSecretFile } from "./unused-secret-file.ts";
import { rule as unusedSuppression } from "./unused-suppression.ts";
import { rule as unusedWith } from "./unused-with.ts";
import { rule as wrongModuleClass } from "./wrong-module-class.ts";
import { rule as wrongType } from "./wrong-type.ts";

// oxfmt-ignore
export const rules: readonly Rule[] = [
  ageRecipients,
  argumentNotProvided,
  avoidableFramework,
  brokenValue,
  changedStateVersion,
  computedStateVersion,
  conditionalImports,
  conflictingDefinitions,
  definedTwice,
  disabledModule,
  dnsLoop,
  exchangedBoot,
  exchangedNetwork,
  failedAssertion,
  firewallClosed,
  firewallOpen,
  flakeCycle,
  fleetData,
  hiddenPackage,
  hostEvaluation,
  hostSecretInClear,
  hostWarning,
  hostWithoutTarget,
  inputRevisions,
  localInput,
  lockedOutLogin,
  lockedOutRoot,
  lockedOutSsh,
  missingFile,
  missingFollows,
  missingSpecialArgs,
  missingStateVersion,
  modulePattern,
  moduleTwice,
  moduleWithoutEffect,
  monitoringNothing,
  neededService,
  nestedWith,
  nixpkgsAgain,
  oldInput,
  olderService,
  optionEqualToDefault,
  optionWithoutDescription,
  optionWithoutType,
  portClash,
  privateInput,
  proxyBackend,
  readOnlyOption,
  recursiveConfig,
  recursiveImports,
  registryName,
  removedOption,
  renamedOption,
  repeatedSettings,
  secretFileInStore,
  secretInClear,
  secretInStore,
  secretKeyCircle,
  sopsFileInClear,
  sopsFileWithoutRule,
  sopsHostLeftOut,
  sopsKeyGroups,
  sopsMissingValue,
  sopsRecipients,
  sopsRuleOrder,
  sopsRuleWithoutFile,
  staleLock,
  stateWithoutBackup,
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
  unusedModule,
  unusedSecretFile,
  unusedSuppression,
  unusedWith,
  wrongModuleClass,
  wrongType,
];
