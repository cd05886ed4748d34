/**
 * What the printers write and the layout reads: a document, in the sense of Wadler's pretty printers, as one flat
 * sequence of elements. A text knows how deep it is nested; a spacing knows what it may become; a group is a pair of
 * brackets around other elements, whose spacings are broken together or not at all.
 *
 * The elements lie in one typed array, four words each, so that a pass over a document allocates nothing, and looking
 * ahead is reading on. Texts are slices of the file, or of what was appended to it (`addText`).
 *
 *     [kind + (level << 8), start or close or count, end, offset]
 */

import { isAscii } from "node:buffer";
import * as Element from "./element.ts";
import { characterCount } from "./text.ts";

/** A piece of {@link Document.bytes}. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/** The words of an element. */
export const ELEMENT_WORDS = 4;

/** Texts that belong to no file, appended to every one. */
const CONSTANTS = Buffer.from('",/***/\n', "latin1");
/** Larger buffers than this are given back after the file that needed them. */
const KEPT_WORDS = 1 << 20;

export class Document {
  elements = new Int32Array(1 << 14);
  /** How many elements there are. */
  count = 0;
  /** The file, and the texts that were added. */
  bytes: Uint8Array = new Uint8Array(1 << 14);
  /** Whether every character of the file is one byte, so that nothing needs counting. */
  ascii = true;

  /** The nesting that the next text gets. */
  level = 0;
  /** The blanks that the next text gets in front if it starts a line, as in the lines of an indented string. */
  offset = 0;

  #bytesUsed = 0;
  #constants = 0;
  /** Texts before this element are not to be continued. */
  #floor = 0;

  /** Starts an empty document over a file. */
  reset(source: Uint8Array): void {
    if (this.elements.length > KEPT_WORDS) this.elements = new Int32Array(1 << 14);
    if (this.bytes.length > KEPT_WORDS) this.bytes = new Uint8Array(1 << 14);
    this.count = this.level = this.offset = this.#floor = 0;
    this.#constants = source.length;
    this.#bytesUsed = source.length + CONSTANTS.length;
    if (this.#bytesUsed > this.bytes.length) this.bytes = new Uint8Array(this.#bytesUsed * 2);
    this.bytes.set(source);
    this.bytes.set(CONSTANTS, source.length);
    this.ascii = isAscii(source);
  }

  // ---- texts

  /** Appends a text that is not in the file, one character a byte. */
  addText(text: string): Slice {
    const start = this.#bytesUsed;
    const end = start + text.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    for (let index = 0; index < text.length; index++) this.bytes[start + index] = text.charCodeAt(index);
    this.#bytesUsed = end;
    return { start, end };
  }

  /** The characters of a slice, as the line width counts them. */
  width(start: number, end: number): number {
    return this.ascii ? end - start : characterCount(this.bytes, start, end);
  }

  text(start: number, end: number): void {
    if (start === end) return;
    const last = (this.count - 1) * ELEMENT_WORDS;
    // texts that touch each other are one text, nested like its first piece
    if (
      this.count > this.#floor &&
      (this.elements[last]! & 0xff) === Element.Text &&
      this.elements[last + 2] === start
    ) {
      this.elements[last + 2] = end;
      return;
    }
    this.#push(Element.Text, start, end);
  }

  /** A text of another kind; an empty one is left out unless its kind makes it mean something. */
  textOf(kind: Element.ElementKind, start: number, end: number): void {
    if (start !== end || kind >= Element.RawText) this.#push(kind, start, end);
  }

  quote(): void {
    this.text(this.#constants, this.#constants + 1);
  }

  /** The comma behind the last parameter, which is there only if the group around it is broken. */
  trailingComma(): void {
    this.#push(Element.TrailingText, this.#constants + 1, this.#constants + 2);
  }

  comma(): void {
    this.text(this.#constants + 1, this.#constants + 2);
  }

  commentOpen(documentation: boolean): void {
    this.#push(Element.Comment, this.#constants + 2, this.#constants + (documentation ? 5 : 4));
  }

  commentClose(): void {
    this.#push(Element.Comment, this.#constants + 5, this.#constants + 7);
  }

  /** A line break inside of `"…"`, which is a character like any other. */
  newlineCharacter(): void {
    this.text(this.#constants + 7, this.#constants + 8);
  }

  // ---- spacings and groups

  spacing(kind: Element.ElementKind): void {
    this.#push(kind, 0, 0);
  }

  /** A line break that two others like it beside do not swallow: between the lines of an indented string. */
  newline(): void {
    this.#push(Element.Newlines, 1, 0);
  }

  open(kind: Element.ElementKind): void {
    this.#push(kind, 0, 0);
  }

  close(): void {
    this.#push(Element.Close, 0, 0);
  }

  // ---- changing what was written

  /** Where the next element will be; what is written from here on stays apart from what is before. */
  mark(): number {
    return (this.#floor = this.count);
  }

  /** Makes another element of one; its nesting stays. */
  replace(element: number, kind: Element.ElementKind): void {
    const at = element * ELEMENT_WORDS;
    this.elements[at] = (this.elements[at]! & ~0xff) | kind;
  }

  /**
   * Puts everything from a mark on into one line, for good: no group there will ever be broken. Does nothing and
   * returns false if something in it needs a line break, or if it is wider than `widest`.
   */
  flatten(from: number, widest: number): boolean {
    const { elements, count } = this;
    let width = 0;
    for (let index = from; index < count; index++) {
      const at = index * ELEMENT_WORDS;
      const kind = elements[at]! & 0xff;
      if (Element.isTextKind(kind)) {
        if (kind >= Element.RawText) return false;
        width += this.width(elements[at + 1]!, elements[at + 2]!);
      } else if (kind >= Element.Hardline && kind <= Element.Newlines) return false;
      else width += Element.flatWidth(kind);
      if (width > widest) return false;
    }
    for (let index = from; index < count; index++) {
      const at = index * ELEMENT_WORDS;
      const kind = elements[at]! & 0xff;
      if (!Element.isTextKind(kind)) elements[at] = Element.flatWidth(kind) === 1 ? Element.Hardspace : Element.Nothing;
    }
    return true;
  }

  /** Moves the texts from a mark on by some levels of nesting. */
  renest(from: number, levels: number): void {
    const { elements, count } = this;
    for (let index = from; index < count; index++) {
      const at = index * ELEMENT_WORDS;
      if (Element.isTextKind(elements[at]! & 0xff)) elements[at]! += levels << 8;
    }
  }

  #push(kind: Element.ElementKind, a: number, b: number): void {
    const at = this.count * ELEMENT_WORDS;
    if (at === this.elements.length) {
      const larger = new Int32Array(at * 2);
      larger.set(this.elements);
      this.elements = larger;
    }
    const elements = this.elements;
    elements[at] = kind | (this.level << 8);
    elements[at + 1] = a;
    elements[at + 2] = b;
    elements[at + 3] = this.offset;
    this.count++;
  }
}
