/** The list into which the passes over one file report what is wrong with it. */

import type { Diagnostic, Message, Range } from "../message.ts";

/**
 * A diagnostic of a file. Nix stops at the first thing it notices, we go on: `noticedAt` is the offset up to which Nix
 * has read when it notices this one, so that the diagnostic with the smallest is the one that Nix gives. What Nix sees
 * only after it has read the whole file has the file's length and its rank among those.
 */
export interface SyntaxDiagnostic extends Diagnostic {
  readonly noticedAt: number;
}

/** More than that nobody reads, and a file of commas must not fill the memory. */
const MOST = 1000;

export class Diagnostics {
  readonly list: SyntaxDiagnostic[] = [];
  #firstNoticed = Infinity;

  add(
    message: Message,
    start: number,
    end: number,
    more?: { related?: Diagnostic["related"]; noticedAt?: number },
  ): void {
    const noticedAt = more?.noticedAt ?? start;
    // the one that Nix would give is kept in any case
    if (this.isFull(noticedAt)) return;
    this.#firstNoticed = Math.min(this.#firstNoticed, noticedAt);
    const range: Range = { start, end };
    const diagnostic = { ...message, range, noticedAt };
    this.list.push(more?.related === undefined ? diagnostic : { ...diagnostic, related: more.related });
  }

  /** Whether one that is noticed here would be one too many. */
  isFull(noticedAt: number): boolean {
    return this.list.length >= MOST && noticedAt >= this.#firstNoticed;
  }

  /** In the order of the file. */
  sorted(): SyntaxDiagnostic[] {
    return this.list.toSorted((a, b) => a.range.start - b.range.start || a.noticedAt - b.noticedAt);
  }
}

/** The diagnostic that Nix would give, of those that are a mistake of the user's. */
export function firstForNix(diagnostics: readonly SyntaxDiagnostic[]): SyntaxDiagnostic | undefined {
  let first: SyntaxDiagnostic | undefined;
  for (const diagnostic of diagnostics) {
    if (first === undefined || diagnostic.noticedAt < first.noticedAt) first = diagnostic;
  }
  return first;
}
