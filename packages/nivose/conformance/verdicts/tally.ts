/** Counts where paper and the real thing agree, and lists where they do not. */

import type { Case, Outcome } from "./questions.ts";

export interface Compared {
  readonly host: string;
  readonly kind: string;
  readonly case: Case;
  readonly real: Outcome;
  readonly paper: Outcome;
}

type Result = "same" | "unknown" | "missed" | "false error" | "other error";

const results: readonly Result[] = ["same", "unknown", "missed", "false error", "other error"];

export class Tally {
  readonly #counts = new Map<string, Record<Result, number>>();
  readonly #lists: boolean;

  constructor(lists: boolean) {
    this.#lists = lists;
  }

  get isRight(): boolean {
    return [...this.#counts.values()].every((each) => each.missed + each["false error"] + each["other error"] === 0);
  }

  add(compared: Compared): void {
    const result = resultOf(compared);
    const counts = this.#counts.get(compared.kind) ?? {
      same: 0,
      unknown: 0,
      missed: 0,
      "false error": 0,
      "other error": 0,
    };
    counts[result]++;
    this.#counts.set(compared.kind, counts);
    if (result === "same" || (result === "unknown" && !this.#lists)) return;
    const { host, kind, case: about, real, paper } = compared;
    const place = [...about.option, ...about.below].join(".");
    process.stdout.write(
      `${result.toUpperCase()} ${kind} ${host} ${place} ${about.module ?? ""}\n  real   ${short(real)}\n  paper  ${short(paper)}\n`,
    );
  }

  table(): string {
    const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |\n`;
    const rows = [...this.#counts].map(([kind, counts]) => {
      const all = results.reduce((sum, each) => sum + counts[each], 0);
      return row([
        kind,
        all,
        ...results.map((each) => counts[each]),
        `${((1 - counts.unknown / all) * 100).toFixed(1)} %`,
      ]);
    });
    return [
      row(["of", "all", ...results, "with a verdict"]),
      row(Array.from({ length: 8 }, () => "---")),
      ...rows,
    ].join("");
  }
}

function resultOf({ real, paper }: Compared): Result {
  if (paper !== true && isUnknown(paper)) return "unknown";
  if (real === true) return paper === true ? "same" : "false error";
  if (paper === true) return "missed";
  return kindOf(real) === kindOf(paper) ? "same" : "other error";
}

/** In what is attempted, only the text of an error is left. */
function isUnknown(text: string): boolean {
  return /(?:unknown|not) on paper: /u.test(text);
}

/** What kind of mistake an error tells of. */
function kindOf(text: string): string {
  const kinds: Readonly<Record<string, RegExp>> = {
    "unknown option": /^The option `.*' does not exist|no longer has any effect/su,
    type: /is not of type/u,
    conflict: /conflicting definition/u,
    "no value": /used but not defined/u,
    package: /^attribute '.*' missing/u,
    "read-only": /is read-only/u,
    assertion: /Failed assertions/u,
  };
  return (
    Object.entries(kinds).find(([, pattern]) => pattern.test(text))?.[0] ??
    text.replaceAll(/[`'][^']*'/gu, "…").slice(0, 60)
  );
}

function short(outcome: Outcome): string {
  return outcome === true ? "fine" : outcome.split("\n", 3).join(" ").slice(0, 300);
}
