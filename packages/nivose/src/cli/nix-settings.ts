/** The settings of Nix, as they are at the end of a command line: see `setting-names.ts` for how they are spelt. */

import type { Pair } from "./pair.ts";
import { EXTRA, isAddition, isList, numbers, switches, texts } from "./setting-names.ts";

export class NixSettings {
  readonly #values = new Map<string, string>();
  /** What was added to lists since they were set. */
  readonly #additions = new Map<string, string>();
  /** What Nix warns of: a setting that does not exist, or a value that makes no sense. Both are ignored. */
  readonly warnings: string[] = [];
  /** What Nix refuses: a value that makes no sense, given in the form of a flag or in a file. */
  readonly refused: Pair | undefined;

  constructor(pairs: readonly Pair[]) {
    for (const pair of pairs) {
      const { name, value, isFlag, origin } = pair;
      const problem = problemOf(name, value);
      const isUnknown = problem?.startsWith("unknown") === true;
      if (problem !== undefined && !isUnknown && (isFlag || origin !== undefined)) this.refused ??= pair;
      else if (problem !== undefined) this.warnings.push(problem);
      else if (isAddition(name)) this.#add(name.slice(EXTRA.length), value);
      else {
        this.#values.set(name, value);
        this.#additions.delete(name);
      }
    }
  }

  text(name: string): string | undefined {
    return this.#values.get(name);
  }

  number(name: string): number | undefined {
    return wholeNumber(this.#values.get(name) ?? "");
  }

  isOn(name: string): boolean {
    return isTrue(this.#values.get(name) ?? "");
  }

  isOff(name: string): boolean {
    return isFalse(this.#values.get(name) ?? "");
  }

  /** The elements of a list: those that are given, or `usual`, and those that are added. */
  list(name: string, usual: readonly string[]): readonly string[] {
    const split = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== "");
    const given = this.#values.get(name);
    return [...(given === undefined ? usual : split(given)), ...split(this.#additions.get(name) ?? "")];
  }

  #add(name: string, value: string): void {
    this.#additions.set(name, `${this.#additions.get(name) ?? ""} ${value}`);
  }
}

function problemOf(name: string, value: string): string | undefined {
  if (name === "sandbox") {
    const isKnown = isTrue(value) || isFalse(value) || value === "relaxed";
    return isKnown ? undefined : `error: option 'sandbox' has invalid value '${value}'`;
  }
  if (switches.has(name)) {
    return isTrue(value) || isFalse(value)
      ? undefined
      : `error: Boolean setting '${name}' has invalid value '${value}'`;
  }
  if (numbers.has(name)) {
    return wholeNumber(value) === undefined ? `error: setting '${name}' has invalid value '${value}'` : undefined;
  }
  return isList(name) || texts.has(name) ? undefined : `unknown setting '${name}'`;
}

/** `5`, and `4K`, which is 4096, as Nix writes numbers. */
export function wholeNumber(text: string): number | undefined {
  const [, digits, unit = ""] = /^\+?(\d+)([KMGT]?)$/iu.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * 1024 ** " KMGT".indexOf(unit.toUpperCase() || " ");
}

function isTrue(value: string): boolean {
  return value === "true" || value === "yes" || value === "1";
}

function isFalse(value: string): boolean {
  return value === "false" || value === "no" || value === "0";
}
