/** The rules by their names, with the messages of the language that the rule `syntax` tells. */

import type { Message } from "@nivose/nix/message";
import { nixMessageDefinitions } from "@nivose/nix/messages";
import { nearest } from "@nivose/nix/syntax";
import { checkMessages } from "../../check/messages.ts";
import { families, type Rule } from "../../check/rule.ts";
import { rules } from "../../check/rules/index.ts";
import { selectRules, type Selection } from "../../check/select.ts";

/** By the codes of rules. */
export const familyOf: ReadonlyMap<string, string> = new Map(rules.map(({ code, family }) => [code, family]));

export function isOfLanguage(code: string): boolean {
  return Object.hasOwn(nixMessageDefinitions, code);
}

/** What findings can have. */
export function findableCodes(): string[] {
  return [...rules.map(({ code }) => code), ...Object.keys(nixMessageDefinitions)];
}

export function chosenRules(selection: Selection): Rule[] {
  const chosen = selectRules(rules, selection, isOfLanguage);
  if (!chosen.some(({ reads }) => reads === "suppressions")) return chosen;
  // whether a comment allows what is there is known once all rules have run; what is told of is decided by their codes
  const others = selectRules(rules, { ...selection, only: [] }, isOfLanguage);
  return rules.filter((rule) => chosen.includes(rule) || others.includes(rule));
}

/** What is wrong with what was selected. */
export function selectionProblem(selection: Selection): Message | undefined {
  const known = new Set<string>([...families, ...findableCodes()]);
  const strange = [...selection.only, ...selection.skip].find((name) => !known.has(name));
  if (strange !== undefined) return checkMessages["unknown-rule"](strange, nearest(strange, known));
  return chosenRules(selection).length === 0 ? checkMessages["no-rule-left"]() : undefined;
}
