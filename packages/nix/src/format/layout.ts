/**
 * Chooses the line breaks of a document and writes it.
 *
 * Greedy, group by group: a group goes into one line if it fits there together with what follows it up to the next
 * possible break. If not, its priority groups are tried, the last one first: everything left of such a group in one
 * line, the group itself broken, everything right of it in one line. If none works, all of the group's own breaks are
 * taken and its parts are looked at one by one.
 *
 * A try can fail after a part has been written; then the writing goes back to where it was. Tries are kept on a stack
 * of their own (`attempts`), so depth costs no recursion. Whether something fits is a difference of two sums
 * (`sums.ts`), so the whole is linear in practice; against documents made to be tried again and again there is a limit
 * on the steps.
 *
 * Widths do not count the indentation: 100 columns are 100 columns from where the line's text starts.
 */

import { type Document, ELEMENT_WORDS } from "./document.ts";
import * as Element from "./element.ts";
import { Output } from "./output.ts";
import type { Sums } from "./sums.ts";

export interface LayoutOptions {
  /** Columns of a line, without its indentation. */
  readonly width: number;
  /** Columns of one level of indentation. */
  readonly indent: number;
}

/** The indentation that a level of nesting has: levels opened in the same line share one. */
interface Indentation {
  readonly columns: number;
  readonly level: number;
  readonly outer: Indentation | undefined;
}

const NO_INDENTATION: Indentation = { columns: 0, level: 0, outer: undefined };

/** A priority group that is being written broken, and what to return to if that does not work out. */
interface Attempt {
  /** The group around it. */
  readonly group: number;
  /** Its priority groups that have not been tried, in order. */
  readonly candidates: number[];
  /** The end of the priority group. */
  readonly end: number;
  readonly length: number;
  readonly column: number;
  readonly indentation: Indentation;
  readonly writing: boolean;
}

/** How often an element may be looked at on average. Real files need about one look. */
const STEPS_PER_ELEMENT = 20;
const STEPS_AT_LEAST = 2_000_000;

const output = new Output();

/** The text of a tidied document, without blanks at its ends; undefined if that takes too many steps. */
export function layout(document: Document, sums: Sums, options: LayoutOptions): Uint8Array | undefined {
  return new Layout(document, sums, options).run();
}

class Layout {
  readonly #document: Document;
  readonly #elements: Int32Array;
  readonly #count: number;
  readonly #sums: Sums;
  readonly #width: number;
  readonly #indent: number;
  /** The columns written in this line, indentation not among them. */
  #column = 0;
  #indentation = NO_INDENTATION;
  /** Whether what is laid out is written too: not so where formatting is disabled. */
  #writing = true;
  readonly #attempts: Attempt[] = [];
  /** Elements right of a priority group under way, which will be in one line if at all: their breaks are none. */
  readonly #unbroken: Uint8Array;
  #unbrokenCount = 0;

  constructor(document: Document, sums: Sums, options: LayoutOptions) {
    this.#document = document;
    this.#elements = document.elements;
    this.#count = document.count;
    this.#sums = sums;
    this.#width = options.width;
    this.#indent = options.indent;
    this.#unbroken = unbrokenFlags(document.count + 1);
    output.start(document.bytes);
  }

  run(): Uint8Array | undefined {
    const count = this.#count;
    const most = Math.max(STEPS_AT_LEAST, count * STEPS_PER_ELEMENT);
    let steps = 0;
    let at = 0;
    while (at < count) {
      if (++steps > most) return undefined;
      const attempts = this.#attempts;
      if (attempts.length > 0 && attempts[attempts.length - 1]!.end === at) {
        at = this.#finishAttempt();
        continue;
      }
      const kind = this.#kind(at);
      switch (kind) {
        case Element.Group:
        case Element.PriorityGroup:
        case Element.TransparentGroup:
          at = this.#group(at, kind);
          break;
        case Element.Close:
        case Element.Nothing:
          at++;
          break;
        case Element.TrailingComment:
          // a comment two columns behind the start of a line looks as if it belonged to the line below; one more
          // column keeps it where it is when the result is formatted again
          if (this.#column === 2 && this.#levelFrom(at + 1) > this.#indentation.level) {
            this.#blank();
            this.#words(at);
          } else this.#text(at);
          at++;
          break;
        case Element.DisabledStart:
          this.#writing = false;
          at++;
          break;
        case Element.Verbatim:
        case Element.VerbatimToEnd:
          this.#verbatim(at++);
          break;
        default:
          if (kind >= Element.Text) this.#text(at);
          else this.#spacing(at, kind);
          at++;
      }
    }
    // comments keep their order, so what is switched off is always followed by its text
    if (!this.#writing) throw new Error("formatting is switched off at the end of the file");
    return output.finish(this.#endsVerbatim());
  }

  // ---- single elements

  #text(at: number): void {
    const word = at * ELEMENT_WORDS;
    this.#nest(this.#elements[word]! >> 8);
    const raw = this.#kind(at) === Element.RawText;
    if (this.#writing && this.#column === 0 && !raw) {
      output.blanks(this.#indentation.columns + this.#elements[word + 3]!);
    }
    this.#words(at);
    // even an empty one has started the line
    if (raw && this.#column === 0) this.#column = 1;
  }

  /** A text without indentation. */
  #words(at: number): void {
    const start = this.#elements[at * ELEMENT_WORDS + 1]!;
    const end = this.#elements[at * ELEMENT_WORDS + 2]!;
    if (this.#writing) output.slice(start, end);
    this.#column += this.#document.width(start, end);
  }

  /** Finds the indentation for a level of nesting. A level that is new within a line adds none. */
  #nest(level: number): void {
    let indentation = this.#indentation;
    while (level < indentation.level) indentation = indentation.outer!;
    if (level > indentation.level) {
      const columns = this.#column === 0 ? indentation.columns + this.#indent : indentation.columns;
      indentation = { columns, level, outer: indentation };
    }
    this.#indentation = indentation;
  }

  #blank(): void {
    if (this.#writing) output.character(32);
    this.#column++;
  }

  #newlines(count: number): void {
    if (this.#writing) for (let index = 0; index < count; index++) output.character(10);
    this.#column = 0;
  }

  /** A spacing of a broken group. At the start of a line there is nothing left to do. */
  #spacing(at: number, kind: Element.ElementKind): void {
    if (this.#column === 0) return;
    switch (kind) {
      case Element.Hardspace:
        this.#blank();
        return;
      case Element.Softbreak:
        if (!this.#lineFits(at + 1, this.#width - this.#column)) this.#newlines(1);
        return;
      case Element.Softspace:
        if (this.#lineFits(at + 1, this.#width - this.#column - 1)) this.#blank();
        else this.#newlines(1);
        return;
      case Element.Emptyline:
        this.#newlines(2);
        return;
      case Element.Newlines:
        this.#newlines(this.#elements[at * ELEMENT_WORDS + 1]!);
        return;
      default:
        this.#newlines(1);
    }
  }

  #verbatim(at: number): void {
    const { bytes } = this.#document;
    const start = this.#elements[at * ELEMENT_WORDS + 1]!;
    const end = this.#elements[at * ELEMENT_WORDS + 2]!;
    // where nothing was written the last that was is a line break
    if (this.#writing && this.#column > 0) output.character(10);
    output.slice(start, end);
    let lineStart = end;
    while (lineStart > start && bytes[lineStart - 1] !== 10) lineStart--;
    this.#column = this.#document.width(lineStart, end);
    this.#writing = true;
  }

  // ---- groups

  /** Writes a group in one line, or starts on a part of it. Returns where to go on. */
  #group(at: number, kind: Element.ElementKind): number {
    const close = this.#closeOf(at);
    if (this.#writeFlat(at + 1, close, close + 1, false)) return close + 1;
    // the priority groups of a transparent group were tried along with the group around it
    if (kind !== Element.TransparentGroup) {
      const candidates = this.#priorityGroups(at, close);
      if (candidates.length > 0) {
        const next = this.#attempt(at, candidates);
        if (next >= 0) return next;
      }
    }
    return at + 1;
  }

  /** Tries to write the group with one of the candidates broken; -1 if it is clear that none works. */
  #attempt(group: number, candidates: number[]): number {
    const length = output.length;
    const column = this.#column;
    const indentation = this.#indentation;
    const writing = this.#writing;
    const close = this.#closeOf(group);
    while (candidates.length > 0) {
      const candidate = candidates.pop()!;
      const end = this.#closeOf(candidate);
      // what follows the priority group is not in the way if it could not fit in any case
      if (
        !this.#mayFit(this.#firstToFit(end + 1, close), close) ||
        !this.#writeFlat(group + 1, candidate, candidate, true)
      )
        continue;
      this.#markUnbroken(end + 1, close, 1);
      this.#attempts.push({ group, candidates, end, length, column, indentation, writing });
      return candidate + 1;
    }
    return -1;
  }

  /** At the end of a priority group that was tried: writes the rest, or goes back to try another. */
  #finishAttempt(): number {
    const attempt = this.#attempts.pop()!;
    const { group, end } = attempt;
    const close = this.#closeOf(group);
    this.#markUnbroken(end + 1, close, 0);
    if (this.#writeFlat(end + 1, close, close + 1, true)) return close + 1;
    output.length = attempt.length;
    this.#column = attempt.column;
    this.#indentation = attempt.indentation;
    this.#writing = attempt.writing;
    const next = this.#attempt(group, attempt.candidates);
    return next >= 0 ? next : group + 1;
  }

  /** The priority groups of a group, those of its transparent groups among them. */
  #priorityGroups(group: number, close: number): number[] {
    const found: number[] = [];
    const first = this.#firstToFit(group + 1, close);
    // what is left of a priority group must fit into a line
    for (let at = group + 1; at < close && (at <= first || this.#mayFit(first, at));) {
      const kind = this.#kind(at);
      if (kind === Element.PriorityGroup) found.push(at);
      at = kind === Element.PriorityGroup || kind === Element.Group ? this.#closeOf(at) + 1 : at + 1;
    }
    return found;
  }

  /** Takes the elements right of a priority group, up to the end of the group around it, for unbroken, or no longer. */
  #markUnbroken(from: number, to: number, flag: 0 | 1): void {
    const unbroken = this.#unbroken;
    let priorityEnd = -1;
    for (let at = from; at < to;) {
      const kind = this.#kind(at);
      if (Element.isOpen(kind)) {
        // the brackets of the priority groups beside, and of the transparent groups around, count for nothing here
        const dissolved = priorityEnd < at && kind !== Element.Group;
        if (!dissolved) {
          at = this.#closeOf(at) + 1;
          continue;
        }
        unbroken[at] = flag;
        if (kind === Element.PriorityGroup) priorityEnd = this.#closeOf(at);
      } else if (kind >= Element.Softbreak && kind <= Element.Space && kind !== Element.Hardspace) unbroken[at] = flag;
      at++;
    }
    this.#unbrokenCount += flag === 1 ? 1 : -1;
  }

  /** Whether elements could fit into a line if nothing else were in it. */
  #mayFit(from: number, to: number): boolean {
    const { flat, hard } = this.#sums;
    return hard[to] === hard[from] && flat[to]! - flat[from]! <= this.#width;
  }

  /** The first element that takes room in any case: a spacing at the start of a line is dropped. */
  #firstToFit(from: number, to: number): number {
    const first = this.#skipBrackets(from, to);
    return first < to && Element.isSpacing(this.#kind(first)) ? first + 1 : first;
  }

  /**
   * Writes elements without breaking any group, if they fit into the line together with what follows them (`rest`) up
   * to the next possible break. `dissolved` says that they are a part of a group beside a priority group, so that
   * transparent and priority groups in it count for nothing.
   */
  #writeFlat(from: number, to: number, rest: number, dissolved: boolean): boolean {
    const { flat, hard } = this.#sums;
    let first = from;
    if (dissolved) {
      first = this.#skipBrackets(from, to);
      if (first === to) return true;
    }
    if (this.#column > 0) {
      if (hard[first] !== hard[to]) return false;
      if (this.#column + flat[to]! - flat[first]! + this.#lineWidth(rest) > this.#width) return false;
      this.#writeElements(first, to, rest, this.#indentation.level, this.#column);
      return true;
    }

    while (this.#kind(first) === Element.Nothing) first++;
    if (Element.isSpacing(this.#kind(first))) first++;
    else if (Element.isOpen(this.#kind(first))) {
      let inner = first + 1;
      while (this.#kind(inner) === Element.Nothing) inner++;
      if (Element.isSpacing(this.#kind(inner))) first = inner + 1;
    }
    if (hard[first] !== hard[to] || flat[to]! - flat[first]! + this.#lineWidth(rest) > this.#width) return false;

    const start = this.#firstText(first, to);
    const level = start < to ? this.#elements[start * ELEMENT_WORDS]! >> 8 : 0;
    const offset = start < to ? this.#elements[start * ELEMENT_WORDS + 3]! : 0;
    const levelBefore = this.#indentation.level;
    this.#nest(level);
    if (this.#writing) output.blanks(this.#indentation.columns + offset);
    this.#writeElements(first, to, rest, levelBefore + (level > levelBefore ? this.#indent : 0), 0);
    return true;
  }

  /** Writes elements in one line. `level` is the nesting that a deeper `rest` is compared with. */
  #writeElements(from: number, to: number, rest: number, level: number, column: number): void {
    const elements = this.#elements;
    const writing = this.#writing;
    let columns = column;
    /** The same without comments. */
    let code = column;
    for (let at = from; at < to; at++) {
      const word = at * ELEMENT_WORDS;
      const kind = elements[word]! & 0xff;
      if (kind === Element.Text || kind === Element.Comment || kind === Element.TrailingComment) {
        const start = elements[word + 1]!;
        const end = elements[word + 2]!;
        const width = this.#document.width(start, end);
        if (kind === Element.Text) code += width;
        else if (kind === Element.TrailingComment) {
          const deeper = this.#levelFrom(rest) > level ? this.#indent : 0;
          if (code === deeper) {
            if (writing) output.character(32);
            columns++;
          }
        }
        if (writing) output.slice(start, end);
        columns += width;
      } else if (kind >= Element.Hardspace && kind <= Element.Space && !this.#spacingFollows(at + 1, to)) {
        if (writing) output.character(32);
        columns++;
        code++;
      }
    }
    this.#column = columns;
  }

  /** The first element that is no bracket, apart from those that open an ordinary group. */
  #skipBrackets(from: number, to: number): number {
    let at = from;
    while (at < to && (this.#kind(at) > Element.Group || this.#kind(at) === Element.Nothing)) at++;
    return at;
  }

  /** Whether, behind the ends of groups, another blank follows that a blank is one with. */
  #spacingFollows(from: number, to: number): boolean {
    let at = from;
    while (at < to && this.#kind(at) === Element.Close) at++;
    return at > from && at < to && Element.flatWidth(this.#kind(at)) === 1;
  }

  // ---- looking ahead

  /** The columns from an element to the next possible line break. */
  #lineWidth(from: number): number {
    const { line, nextBreak } = this.#sums;
    let end = nextBreak[from]!;
    if (this.#unbrokenCount > 0) while (this.#unbroken[end] === 1) end = nextBreak[end + 1]!;
    return line[end]! - line[from]!;
  }

  /** Whether what follows, up to the first line break that cannot be avoided, has room. */
  #lineFits(from: number, room: number): boolean {
    const { flat, line, hard } = this.#sums;
    const count = this.#count;
    let columns = 0;
    for (let at = from; at < count && columns <= room;) {
      const kind = this.#kind(at);
      const unbroken = this.#unbroken[at] === 1;
      if (Element.isSpacing(kind)) {
        if (!unbroken && kind !== Element.Hardspace) break;
        columns += Element.flatWidth(kind);
      } else if (kind === Element.Verbatim || kind === Element.VerbatimToEnd) break;
      else if (kind === Element.Text) columns += line[at + 1]! - line[at]!;
      else if (Element.isOpen(kind) && !unbroken) {
        const close = this.#closeOf(at);
        const columnsInside = flat[close]! - flat[at]!;
        const fits = columns + columnsInside + this.#lineWidth(close + 1) <= this.#width;
        if (fits && hard[close] === hard[at]) {
          columns += columnsInside + this.#commentColumns(at, close);
          at = close;
        }
      }
      at++;
    }
    return columns <= room;
  }

  #commentColumns(from: number, to: number): number {
    let columns = 0;
    for (let at = from; at < to; at++) {
      const kind = this.#kind(at);
      if (kind !== Element.Comment && kind !== Element.TrailingComment) continue;
      const word = at * ELEMENT_WORDS;
      columns += this.#document.width(this.#elements[word + 1]!, this.#elements[word + 2]!);
    }
    return columns;
  }

  /** The nesting of the first text from an element on. */
  #levelFrom(from: number): number {
    const at = this.#firstText(from, this.#count);
    return at < this.#count ? this.#elements[at * ELEMENT_WORDS]! >> 8 : 0;
  }

  #firstText(from: number, to: number): number {
    let at = from;
    while (at < to && !Element.isTextKind(this.#kind(at))) at++;
    return at;
  }

  #endsVerbatim(): boolean {
    for (let at = this.#count - 1; at >= 0; at--) {
      const kind = this.#kind(at);
      if (kind === Element.VerbatimToEnd) return true;
      if (Element.isTextKind(kind)) return false;
    }
    return false;
  }

  #kind(at: number): Element.ElementKind {
    return this.#elements[at * ELEMENT_WORDS]! & 0xff;
  }

  #closeOf(open: number): number {
    return this.#elements[open * ELEMENT_WORDS + 1]!;
  }
}

let flags = new Uint8Array(1 << 12);

function unbrokenFlags(count: number): Uint8Array {
  if (flags.length < count) flags = new Uint8Array(count * 2);
  else flags.fill(0, 0, count);
  return flags;
}
