/** Priorities and orders by the names that people give them. */

/** What a definition has that says nothing of it. */
export const USUAL_PRIORITY = 100;
export const USUAL_ORDER = 1000;

const priorities: Readonly<Record<number, string>> = {
  10: "mkVMOverride",
  50: "mkForce",
  60: "mkImageMediaOverride",
  100: "normal",
  1000: "mkDefault",
  1500: "mkOptionDefault",
};

export function priorityName(priority: number): string {
  return priorities[priority] ?? `mkOverride ${priority}`;
}

export function orderName(order: number): string {
  if (order === 500) return "mkBefore";
  return order === 1500 ? "mkAfter" : `mkOrder ${order}`;
}
