/**
 * What became of each definition, by the rules of the module system: those whose conditions do not hold are none, of the
 * others those with the smallest priority count, and they are merged in their order.
 */

import type { OptionAnswer, Outcome, RawDefinition } from "./answer.ts";
import { USUAL_ORDER, USUAL_PRIORITY } from "./priority.ts";

export type Fate =
  | { readonly kind: "wins" }
  /** A condition does not hold. */
  | { readonly kind: "off" }
  /** A condition cannot be evaluated. */
  | { readonly kind: "fails" }
  /** A condition of another definition cannot be evaluated, so nobody knows. */
  | { readonly kind: "open" }
  /** Others have a smaller priority. */
  | { readonly kind: "loses"; readonly to: number };

export interface Judged {
  readonly raw: RawDefinition;
  /** Its place among the definitions as the module system has them. */
  readonly index: number;
  readonly fate: Fate;
  readonly priority: number;
  readonly order: number;
}

export interface Verdict {
  /** Those that count, in the order in which they are merged; then those that lose, the strongest first; then those that are off. */
  readonly definitions: readonly Judged[];
  /** Whether the module system says the same of who wins. If it says nothing, that is no contradiction. */
  readonly agrees: boolean;
}

export function judge({ definitions, outcome }: Pick<OptionAnswer, "definitions" | "outcome">): Verdict | undefined {
  if (definitions === null) return undefined;
  const all = definitions.map((raw, index) => ({ raw, index, ...weightOf(raw), isOn: isOn(raw) }));
  const best = Math.min(...all.filter((each) => each.isOn).map(({ priority }) => priority));
  const isOpen = definitions.some(isFailing);
  const fateOf = ({ raw, isOn: on, priority }: (typeof all)[number]): Fate => {
    if (isFailing(raw)) return { kind: "fails" };
    if (!on) return { kind: "off" };
    if (isOpen) return { kind: "open" };
    return priority === best ? { kind: "wins" } : { kind: "loses", to: best };
  };
  const judged = all.map((each): Judged => {
    const { raw, index, priority, order } = each;
    return { raw, index, priority, order, fate: fateOf(each) };
  });
  const of = (kind: Fate["kind"]): Judged[] => judged.filter(({ fate }) => fate.kind === kind);
  const winners = of("wins").toSorted((first, second) => first.order - second.order);
  const losers = of("loses").toSorted((first, second) => first.priority - second.priority);
  return {
    definitions: [...winners, ...losers, ...of("open"), ...of("fails"), ...of("off")],
    agrees: isOpen || agrees(winners, best, outcome),
  };
}

function isOn({ around }: RawDefinition): boolean {
  return around.every((property) => property.kind !== "if" || property.held);
}

function isFailing({ around }: RawDefinition): boolean {
  return around.some((property) => property.kind === "if" && property.error !== undefined);
}

/** A priority counts only outside of an order, as the module system looks for it. */
function weightOf({ around }: RawDefinition): { readonly priority: number; readonly order: number } {
  let priority = USUAL_PRIORITY;
  let order = USUAL_ORDER;
  const [first, second] = around.filter((property) => property.kind !== "if");
  if (first?.kind === "override") priority = first.priority ?? priority;
  const ordering = first?.kind === "override" ? second : first;
  if (ordering?.kind === "order") order = ordering.priority ?? order;
  return { priority, order };
}

function agrees(winners: readonly Judged[], best: number, outcome: Outcome | null): boolean {
  if (outcome === null) return true;
  const { priority, winners: known } = outcome;
  if (priority !== null && winners.length > 0 && priority !== best) return false;
  return known === null || known.map(({ file }) => file).join("\n") === winners.map(({ raw }) => raw.file).join("\n");
}
