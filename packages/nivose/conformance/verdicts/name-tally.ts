/** Counts which mistakes in names are found, and for which the first suggestion is what was there before. */

import type { Host } from "./founding-fleets.ts";
import type { Checked } from "./mutated-fleet.ts";
import type { Mutation } from "./mutations.ts";
import type { Outcome } from "./questions.ts";

interface Row {
  rejected: number;
  found: number;
  accepted: number;
  false: number;
  unknown: number;
  suggested: number;
}

export class NameTally {
  readonly #rows = new Map<string, Row>();
  readonly #lists: boolean;

  constructor(lists: boolean) {
    this.#lists = lists;
  }

  get isRight(): boolean {
    const all = this.#sum();
    return all.false === 0 && all.found >= all.rejected * 0.99 && all.suggested >= all.unknown * 0.9;
  }

  add(
    { host, mutation, real }: { readonly host: Host; readonly mutation: Mutation; readonly real: Outcome },
    { isFound, isUnknownOption, suggestion, text }: Checked,
  ): void {
    const row = this.#rows.get(mutation.mutation) ?? empty();
    this.#rows.set(mutation.mutation, row);
    const isRejected = real !== true;
    row[isRejected ? "rejected" : "accepted"]++;
    if (isFound) row[isRejected ? "found" : "false"]++;
    const isMeant = suggestion !== undefined && isBeginning(suggestion, mutation);
    if (isUnknownOption && isRejected) {
      row.unknown++;
      if (isMeant) row.suggested++;
    }
    const what =
      isFound === isRejected ? (isUnknownOption && !isMeant ? "NOT MEANT" : undefined) : isFound ? "FALSE" : "MISSED";
    if (what === undefined || !this.#lists) return;
    const real1 = isRejected ? real.split("\n", 1)[0]! : "fine";
    process.stdout.write(
      `${what} ${host.name} ${mutation.option.join(".")} (${mutation.original.join(".")})\n  real  ${real1}\n  check ${text ?? "nothing"}\n`,
    );
  }

  table(): string {
    const line = (name: string, row: Row): string =>
      `| ${[name, row.rejected, row.found, percent(row.found, row.rejected), row.accepted, row.false, row.unknown, percent(row.suggested, row.unknown)].join(" | ")} |\n`;
    return [
      "| mistake | rejected | found | | accepted | found | unknown options | first suggestion is the original |\n",
      "| --- | --- | --- | --- | --- | --- | --- | --- |\n",
      ...[...this.#rows].map(([name, row]) => line(name, row)),
      line("all", this.#sum()),
    ].join("");
  }

  #sum(): Row {
    const sum = empty();
    for (const row of this.#rows.values()) for (const key of Object.keys(sum) as (keyof Row)[]) sum[key] += row[key];
    return sum;
  }
}

function empty(): Row {
  return { rejected: 0, found: 0, accepted: 0, false: 0, unknown: 0, suggested: 0 };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "" : `${((part / whole) * 100).toFixed(1)} %`;
}

/** Whether a suggestion leads to the original, and beyond where the mistake is. Options of homes are named without their prefix. */
function isBeginning(suggestion: readonly string[], { original, option }: Mutation): boolean {
  const isHome = original[0] === "home-manager" && original[1] === "users" && suggestion[0] !== "home-manager";
  const names = isHome ? original.slice(3) : original;
  const mistaken = isHome ? option.slice(3) : option;
  const mistake = names.findIndex((name, index) => name !== mistaken[index]);
  return suggestion.length > mistake && suggestion.every((name, index) => name === names[index] || name === "<name>");
}
