/** The figures of a comparison with real Nix. */

import { type Difference, differenceKinds } from "./agreement.ts";
import type { Comparison } from "./comparison.ts";

export class Tally {
  #accepted = 0;
  #refused = 0;
  #broken = 0;
  readonly #differences = new Map<Difference["kind"], number>(differenceKinds.map((kind) => [kind, 0]));
  readonly #codes = new Map<string, number>();

  add({ answer, code, difference, roundTrips }: Comparison): void {
    if (answer.accepted) this.#accepted++;
    else this.#refused++;
    if (!roundTrips) this.#broken++;
    if (code !== undefined) this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
    if (difference !== undefined) this.#differences.set(difference.kind, this.#differences.get(difference.kind)! + 1);
  }

  /** Whether nothing differs but the place of some mistakes. */
  get agrees(): boolean {
    const { verdict = 0, meaning = 0, reason = 0 } = Object.fromEntries(this.#differences);
    return verdict + meaning + reason + this.#broken === 0;
  }

  summary(): string {
    const codes = [...this.#codes].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${count} ${code}`);
    const differences = [...this.#differences].map(([kind, count]) => `${count} ${kind}`);
    return [
      `${this.#accepted + this.#refused} sources, ${this.#accepted} accepted and ${this.#refused} refused by Nix`,
      ...(codes.length === 0 ? [] : [`refused by us: ${codes.join(", ")}`]),
      `differences: ${differences.join(", ")}; ${this.#broken} not printed as they were\n`,
    ].join("\n");
  }
}
