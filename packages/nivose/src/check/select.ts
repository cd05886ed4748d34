/** Which rules run, and which of their findings are told. */

import { type Class, classes, type Finding } from "./finding.ts";
import type { Rule } from "./rule.ts";

export interface Selection {
  /** Codes and families; all rules if there are none. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** The least sure that is told. */
  readonly class: Class;
  readonly isPedantic: boolean;
  /** Whether rules that evaluate hosts are left out. */
  readonly isSourceOnly: boolean;
}

/** `codes` are those of messages of the language that the rule `syntax` tells. */
export function selectRules(
  rules: readonly Rule[],
  selection: Selection,
  isMessage: (code: string) => boolean,
): Rule[] {
  const { only, skip, isPedantic, isSourceOnly } = selection;
  const isNamed = (rule: Rule): boolean =>
    only.some((name) => name === rule.code || (rule.code === "syntax" && isMessage(name)));
  return rules.filter((rule) => {
    if (isSourceOnly && rule.reads === "hosts") return false;
    if (classes.indexOf(rule.class) > classes.indexOf(selection.class)) return false;
    // what is skipped by its code alone may be one of many that the rule tells
    if (skip.includes(rule.code) || skip.includes(rule.family)) return false;
    if (isNamed(rule)) return true;
    // who names a family has not asked for its rules of taste
    return (only.length === 0 || only.includes(rule.family)) && (isPedantic || rule.isPedantic !== true);
  });
}

export function isTold(
  { code, rule, class: sureness }: Finding,
  selection: Selection,
  familyOf: ReadonlyMap<string, string>,
): boolean {
  const { only, skip } = selection;
  const names = [code, rule, familyOf.get(rule)!];
  if (classes.indexOf(sureness) > classes.indexOf(selection.class)) return false;
  if (skip.includes(code)) return false;
  return only.length === 0 || names.some((name) => only.includes(name));
}
