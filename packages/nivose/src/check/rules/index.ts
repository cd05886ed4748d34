/** All rules. Written by `node scripts/run.js scripts/rules.ts` from the files of this folder. */

import type { Rule } from "../rule.ts";
import { rule as hostEvaluation } from "./host-evaluation.ts";
import { rule as secretFileInStore } from "./secret-file-in-store.ts";
import { rule as secretInClear } from "./secret-in-clear.ts";
import { rule as secretInStore } from "./secret-in-store.ts";
import { rule as sopsKeyGroups } from "./sops-key-groups.ts";
import { rule as sopsRecipients } from "./sops-recipients.ts";
import { rule as sopsRuleOrder } from "./sops-rule-order.ts";
import { rule as syntax } from "./syntax.ts";
import { rule as unknownOption } from "./unknown-option.ts";

// oxfmt-ignore
export const rules: readonly Rule[] = [
  hostEvaluation,
  secretFileInStore,
  secretInClear,
  secretInStore,
  sopsKeyGroups,
  sopsRecipients,
  sopsRuleOrder,
  syntax,
  unknownOption,
];
