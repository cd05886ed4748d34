/**
 * Puts a document in order before it is laid out: two spacings side by side become the stronger one, two texts are
 * nested like the first of them, groups that hold nothing or only a group of their own kind go, and hard spacings and
 * comments at the edges of a group are moved out of it, so that a comment in front of something does not break it.
 *
 * One pass from left to right, in place. Groups that have just been opened wait, each with the spacing that it begins
 * with, until their first text shows whether that spacing stays inside.
 */

import { type Document, ELEMENT_WORDS } from "./document.ts";
import * as Element from "./element.ts";

/** A group that waits, and the spacing that it begins with. */
interface Waiting {
  kind: Element.ElementKind;
  space: Element.ElementKind;
  newlines: number;
}

/** Orders a document whose first and last element are the brackets of the outermost group. */
export function tidy(document: Document): void {
  const tidier = new Tidier(document.elements);
  const last = document.count - 1;
  for (let index = 1; index < last; index++) tidier.add(index);
  document.count = tidier.finish();
}

// kept from file to file; the first is no group but what comes before those that wait
const waiting: Waiting[] = [];

class Tidier {
  readonly #elements: Int32Array;
  /** How many elements are written. */
  #count = 1;
  /** How many groups wait. */
  #depth = 0;
  readonly #outermost: Waiting;
  /** The elements that opened the groups we are in. */
  readonly #open: number[] = [];
  /** The kind of the text just written, if a text that follows belongs to it. */
  #textBefore = Element.Nothing;

  constructor(elements: Int32Array) {
    this.#elements = elements;
    this.#outermost = waitingAt(0);
  }

  add(index: number): void {
    const at = index * ELEMENT_WORDS;
    const head = this.#elements[at]!;
    const kind = head & 0xff;
    if (kind >= Element.Group) {
      this.#textBefore = Element.Nothing;
      if (kind === Element.Close) this.#close();
      else this.#openGroup(kind);
    } else if (kind >= Element.Text) this.#text(at, kind, head);
    else if (kind !== Element.Nothing) addSpacing(waiting[this.#depth]!, kind, this.#elements[at + 1]!);
  }

  /** Closes the outermost group. Returns the number of elements. */
  finish(): number {
    this.#writeSpacing(this.#outermost);
    this.#elements[0] = Element.Group;
    this.#elements[1] = this.#count;
    this.#writeBracket(Element.Close);
    return this.#count;
  }

  #openGroup(kind: Element.ElementKind): void {
    const outer = waiting[this.#depth++]!;
    const inner = waitingAt(this.#depth);
    inner.kind = kind;
    if (outer.space === Element.Hardspace) {
      outer.space = Element.Nothing;
      inner.space = Element.Hardspace;
    }
  }

  #text(at: number, kind: Element.ElementKind, head: number): void {
    const elements = this.#elements;
    const start = elements[at + 1]!;
    const end = elements[at + 2]!;
    const offset = elements[at + 3]!;
    if (this.#depth > 0) {
      this.#hoist();
      let groups = this.#depth;
      if (leavesGroups(kind)) while (groups > 0 && waiting[groups]!.space === Element.Nothing) groups--;
      this.#writeWaiting(groups);
    } else if (this.#outermost.space !== Element.Nothing) this.#writeSpacing(this.#outermost);

    const to = this.#count++ * ELEMENT_WORDS;
    const continues = this.#textBefore === kind;
    elements[to] = continues ? elements[to - ELEMENT_WORDS]! : head;
    elements[to + 1] = start;
    elements[to + 2] = end;
    elements[to + 3] = continues ? elements[to - 1]! : offset;
    this.#textBefore = kind;
  }

  #close(): void {
    if (this.#depth > 0) {
      const inner = waiting[this.#depth]!;
      if (inner.space === Element.Nothing || Element.isHardSpacing(inner.space)) {
        // an empty group
        this.#depth--;
        if (inner.space !== Element.Nothing) addSpacing(waiting[this.#depth]!, inner.space, inner.newlines);
        return;
      }
      this.#hoist();
      this.#writeWaiting(this.#depth);
    } else {
      const { space } = this.#outermost;
      if (space !== Element.Nothing && !Element.isHardSpacing(space)) this.#writeSpacing(this.#outermost);
    }
    const elements = this.#elements;
    const opened = this.#open.pop()! * ELEMENT_WORDS;
    const within = opened + ELEMENT_WORDS;
    if ((elements[opened]! & 0xff) === (elements[within]! & 0xff) && elements[within + 1] === this.#count - 1) {
      // it holds nothing but one group of its own kind, whose bracket serves for both
      elements[within] = Element.Nothing;
      elements[opened + 1] = this.#count - 1;
    } else {
      elements[opened + 1] = this.#count;
      this.#writeBracket(Element.Close);
    }
  }

  /** Lets hard spacings out of the groups that they begin, from the innermost outwards. */
  #hoist(): void {
    for (let index = this.#depth; index > 0; index--) {
      const inner = waiting[index]!;
      if (Element.isHardSpacing(inner.space)) {
        addSpacing(waiting[index - 1]!, inner.space, inner.newlines);
        inner.space = Element.Nothing;
      }
    }
  }

  /** Writes the first `groups` groups that wait, with the spacings that they begin with. */
  #writeWaiting(groups: number): void {
    this.#writeSpacing(this.#outermost);
    if (groups === 0) return;
    for (let index = 1; index <= groups; index++) {
      const group = waiting[index]!;
      this.#open.push(this.#count);
      this.#writeBracket(group.kind);
      this.#writeSpacing(group);
    }
    for (let index = groups + 1; index <= this.#depth; index++) {
      const from = waiting[index]!;
      const to = waiting[index - groups]!;
      to.kind = from.kind;
      to.space = from.space;
      to.newlines = from.newlines;
    }
    this.#depth -= groups;
  }

  #writeSpacing(place: Waiting): void {
    if (place.space === Element.Nothing) return;
    const at = this.#count++ * ELEMENT_WORDS;
    this.#elements[at] = place.space;
    this.#elements[at + 1] = place.newlines;
    place.space = Element.Nothing;
    this.#textBefore = Element.Nothing;
  }

  #writeBracket(kind: Element.ElementKind): void {
    this.#elements[this.#count++ * ELEMENT_WORDS] = kind;
    this.#textBefore = Element.Nothing;
  }
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

function waitingAt(depth: number): Waiting {
  const place = (waiting[depth] ??= { kind: Element.Nothing, space: Element.Nothing, newlines: 0 });
  place.space = Element.Nothing;
  return place;
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
