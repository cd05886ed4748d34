/**
 * Puts a document in order before it is laid out: two spacings side by side become the stronger one, two texts become
 * one in the nesting of the first, groups that hold nothing or only a group of their own kind go, and hard spacings and
 * comments at the edges of a group are moved out of it, so that a comment in front of something does not break it.
 *
 * One pass from left to right, in place. Groups that have just been opened wait (`waiting`), each with the spacing it
 * begins with, until their first text shows whether that spacing stays inside.
 *
 * Along the way sums are taken, by which the layout knows the width of any part of the document at once.
 */

import { type Document, ELEMENT_WORDS } from "./document.ts";
import * as Element from "./element.ts";

/** Running sums over the elements; what an element adds is in the sum at the index after it. */
export interface Sums {
  /** Columns if nothing is broken. Comments count for nothing, and so do texts that are only in broken groups. */
  flat: Int32Array;
  /** Columns up to a line break. */
  line: Int32Array;
  /** Elements that rule out a single line. */
  hard: Int32Array;
  /** Not a sum: the first element from here on, itself included, that may be a line break; or the end. */
  nextBreak: Int32Array;
}

let kept: Sums = newSums(1 << 12);
const KEPT_ELEMENTS = 1 << 18;

interface Waiting {
  kind: Element.ElementKind;
  space: Element.ElementKind;
  newlines: number;
}

const waiting: Waiting[] = [{ kind: Element.Nothing, space: Element.Nothing, newlines: 0 }];

/** Orders a document whose first and last element are the brackets of the outermost group. */
export function tidy(document: Document): Sums {
  const { elements } = document;
  const sums = sumsFor(document.count + 1);
  const { flat, line, hard, nextBreak } = sums;
  const read = document.count - 1;
  /** The elements that opened the groups we are in. */
  const open: number[] = [0];
  let out = 1;
  /** How many groups wait; `waiting[0]` holds the spacing before them. */
  let depth = 0;
  /** The kind of the text just written, if a text that follows belongs to it. */
  let textBefore = Element.Nothing;
  let breaksSince = 0;
  const outermost = waiting[0]!;
  outermost.space = Element.Nothing;

  flat[0] = flat[1] = line[0] = line[1] = hard[0] = hard[1] = 0;

  function writeSpacing(place: Waiting): void {
    const kind = place.space;
    if (kind === Element.Nothing) return;
    const at = out * ELEMENT_WORDS;
    elements[at] = kind;
    elements[at + 1] = place.newlines;
    const width = Element.flatWidth(kind);
    flat[out + 1] = flat[out]! + width;
    line[out + 1] = line[out]! + width;
    hard[out + 1] = hard[out]! + (kind >= Element.Hardline ? 1 : 0);
    if (kind !== Element.Hardspace) {
      while (breaksSince <= out) nextBreak[breaksSince++] = out;
    }
    out++;
    place.space = Element.Nothing;
    textBefore = Element.Nothing;
  }

  function writeBracket(kind: Element.ElementKind): void {
    elements[out * ELEMENT_WORDS] = kind;
    flat[out + 1] = flat[out]!;
    line[out + 1] = line[out]!;
    hard[out + 1] = hard[out]!;
    out++;
    textBefore = Element.Nothing;
  }

  /** Lets hard spacings out of the groups that they begin, from the innermost outwards. */
  function hoist(): void {
    for (let index = depth; index > 0; index--) {
      const inner = waiting[index]!;
      if (Element.isHardSpacing(inner.space)) {
        addSpacing(waiting[index - 1]!, inner.space, inner.newlines);
        inner.space = Element.Nothing;
      }
    }
  }

  /** Writes the first `groups` groups that wait, with the spacings that they begin with. */
  function writeWaiting(groups: number): void {
    writeSpacing(outermost);
    for (let index = 1; index <= groups; index++) {
      open.push(out);
      writeBracket(waiting[index]!.kind);
      writeSpacing(waiting[index]!);
    }
    if (groups === 0) return;
    for (let index = groups + 1; index <= depth; index++) {
      const from = waiting[index]!;
      const to = waiting[index - groups]!;
      to.kind = from.kind;
      to.space = from.space;
      to.newlines = from.newlines;
    }
    depth -= groups;
  }

  function writeText(kind: Element.ElementKind, level: number, start: number, end: number, offset: number): void {
    const at = out * ELEMENT_WORDS;
    const before = at - ELEMENT_WORDS;
    const continues = textBefore === kind;
    elements[at] = kind | (continues ? elements[before]! & ~0xff : level);
    elements[at + 1] = start;
    elements[at + 2] = end;
    elements[at + 3] = continues ? elements[before + 3]! : offset;
    const width = kind === Element.Comment || kind === Element.TrailingComment ? 0 : document.width(start, end);
    flat[out + 1] = flat[out]! + (kind === Element.Text ? width : 0);
    line[out + 1] = line[out]! + width;
    hard[out + 1] = hard[out]! + (kind >= Element.RawText ? 1 : 0);
    out++;
    textBefore = kind;
  }

  for (let index = 1; index < read; index++) {
    const at = index * ELEMENT_WORDS;
    const head = elements[at]!;
    const kind = head & 0xff;
    if (kind === Element.Nothing) continue;
    if (Element.isSpacing(kind)) {
      addSpacing(waiting[depth]!, kind, elements[at + 1]!);
    } else if (Element.isTextKind(kind)) {
      const start = elements[at + 1]!;
      const end = elements[at + 2]!;
      const offset = elements[at + 3]!;
      let groups = depth;
      if (depth > 0) {
        hoist();
        if (leavesGroups(kind)) while (groups > 0 && waiting[groups]!.space === Element.Nothing) groups--;
      }
      if (depth > 0 || outermost.space !== Element.Nothing) writeWaiting(groups);
      writeText(kind, head & ~0xff, start, end, offset);
    } else if (kind !== Element.Close) {
      textBefore = Element.Nothing;
      const outer = waiting[depth++]!;
      const inner = (waiting[depth] ??= { kind, space: Element.Nothing, newlines: 0 });
      inner.kind = kind;
      inner.space = Element.Nothing;
      if (outer.space === Element.Hardspace) {
        outer.space = Element.Nothing;
        inner.space = Element.Hardspace;
      }
    } else {
      textBefore = Element.Nothing;
      if (depth > 0) {
        const inner = waiting[depth]!;
        if (inner.space === Element.Nothing || Element.isHardSpacing(inner.space)) {
          // an empty group
          depth--;
          if (inner.space !== Element.Nothing) addSpacing(waiting[depth]!, inner.space, inner.newlines);
          continue;
        }
        hoist();
        writeWaiting(depth);
      } else if (outermost.space !== Element.Nothing && !Element.isHardSpacing(outermost.space)) {
        writeSpacing(outermost);
      }
      const opened = open.pop()!;
      const openedAt = opened * ELEMENT_WORDS;
      const within = openedAt + ELEMENT_WORDS;
      if ((elements[openedAt]! & 0xff) === (elements[within]! & 0xff) && elements[within + 1] === out - 1) {
        // it holds nothing but one group of its own kind, whose bracket serves for both
        elements[within] = Element.Nothing;
        elements[openedAt + 1] = out - 1;
      } else {
        elements[openedAt + 1] = out;
        writeBracket(Element.Close);
      }
    }
  }

  writeSpacing(outermost);
  elements[0] = Element.Group;
  elements[1] = out;
  writeBracket(Element.Close);
  while (breaksSince <= out) nextBreak[breaksSince++] = out;
  document.count = out;
  return sums;
}

/** Whether a text moves out of the groups that it begins. */
function leavesGroups(kind: Element.ElementKind): boolean {
  switch (kind) {
    case Element.Comment:
    case Element.TrailingComment:
    case Element.Verbatim:
    case Element.VerbatimToEnd:
      return true;
    default:
      return false;
  }
}

function addSpacing(place: Waiting, kind: Element.ElementKind, newlines: number): void {
  const before = place.space;
  if (before === Element.Nothing) {
    place.space = kind;
    place.newlines = newlines;
  } else if (kind === Element.Newlines) {
    place.newlines = Element.mergedNewlines(before, place.newlines, newlines);
    place.space = kind;
  } else if (before === Element.Newlines) {
    place.newlines = Element.mergedNewlines(kind, newlines, place.newlines);
  } else place.space = Element.merged(before, kind);
}

function sumsFor(elements: number): Sums {
  if (elements > KEPT_ELEMENTS) return newSums(elements + 1);
  if (kept.flat.length <= elements) kept = newSums(elements * 2);
  return kept;
}

function newSums(length: number): Sums {
  return {
    flat: new Int32Array(length),
    line: new Int32Array(length),
    hard: new Int32Array(length),
    nextBreak: new Int32Array(length),
  };
}
