/** Terms and what they mean, in two columns, or below each other where there is no room for two. */

import type { Layout } from "../report/human.ts";
import { textWidth, wrap } from "../report/terminal-text.ts";

export type Row = readonly [term: string, text: string];

export const INDENT = "  ";

export function listing(rows: readonly Row[], layout: Layout): string[] {
  const widths = rows.map(([term]) => textWidth(term)).filter((width) => width <= WIDEST_TERM);
  const column = Math.max(...widths, 0) + 2 * INDENT.length;
  return rows.flatMap(([term, text]) => {
    const shown = INDENT + layout.style.strong(term);
    if (layout.width < TWO_COLUMNS) return [shown, ...hanging(text, layout)];
    const [first = "", ...others] = wrap(text, layout.width - column).map((line) => " ".repeat(column) + line);
    const gap = column - INDENT.length - textWidth(term);
    return gap < INDENT.length ? [shown, first, ...others] : [shown + first.slice(column - gap), ...others];
  });
}

/** Text that belongs to the line above it. */
export function hanging(text: string, layout: Layout): string[] {
  return wrap(text, layout.width - 3 * INDENT.length).map((line) => INDENT.repeat(3) + line);
}

/** A wider term has a line for itself, and does not push the texts of all others to the right. */
const WIDEST_TERM = 32;
/** Fewer columns than these do not hold two columns of text. */
const TWO_COLUMNS = 60;
