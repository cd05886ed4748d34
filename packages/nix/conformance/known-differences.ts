/** The committed lists of what differs and why: `name: reason`. A list must shrink, never grow stale. */

export class KnownDifferences {
  readonly #reasons: Map<string, string>;
  readonly #seen = new Set<string>();

  constructor(reasons: Readonly<Record<string, string>>) {
    this.#reasons = new Map(Object.entries(reasons));
  }

  /** Why a case differs, if that is known. */
  reason(name: string): string | undefined {
    const reason = this.#reasons.get(name);
    if (reason !== undefined) this.#seen.add(name);
    return reason;
  }

  /** The entries that no case needed. */
  get stale(): string[] {
    return [...this.#reasons.keys()].filter((name) => !this.#seen.has(name));
  }
}
