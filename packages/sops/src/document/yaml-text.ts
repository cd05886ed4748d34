/**
 * A document as YAML in the form that SOPS gives it, which is that of Go's YAML library: blocks, an indentation of four
 * columns, and two for what stands behind a dash.
 *
 * The library puts comments out of order in some places (what belongs below a nested list can come out below the value
 * after it). It keeps them waiting until the next moment at which it writes such comments, and so does this.
 */

import { isBreak } from "../yaml/cursor.ts";
import { Branch, List, type Value } from "./tree.ts";
import { headOf, joined, partsOf } from "./yaml-parts.ts";
import { scalarText, type Single } from "./yaml-scalar-text.ts";

const INDENT = 4;
/** The longest key in bytes that is written without a `?`. */
const KEY_LIMIT = 128;

export function printYaml(documents: readonly Branch[]): string {
  const printer = new Printer();
  documents.forEach((document, index) => printer.document(document, index === 0));
  return printer.text;
}

/** Where a value stands, which decides how far it is indented. */
type Place = "document" | "item" | "entry";

class Printer {
  text = "";
  private column = 0;
  private indent = -1;
  /** Whether the last thing written was white space, and whether nothing but indentation is on this line. */
  private afterSpace = true;
  private onlyIndent = true;
  /** At which indentation an empty line is due before what comes next, after a comment that closes something. */
  private footIndent = -1;
  private waitingHead = "";
  private waitingFoot = "";
  private waitingTail = "";

  document(branch: Branch, first: boolean): void {
    if (!first) {
      this.startLine();
      this.indicator("---", true);
      this.startLine();
    }
    this.waitForHead(headOf(branch));
    this.writeHead();
    this.writeFoot();
    this.branch(branch, "document", "");
    // the end of a document is far enough from what came before
    this.footIndent = 0;
    this.writeFoot();
    this.footIndent = -1;
    this.startLine();
  }

  /** A value, and the comments that are due when all of it is written. */
  private value(value: Value, place: Place, foot: string): void {
    if (value instanceof Branch) {
      this.writeFoot();
      this.branch(value, place, foot);
    } else if (value instanceof List) {
      this.writeFoot();
      this.list(value, place, foot);
    } else {
      if (foot !== "") this.waitingFoot = foot;
      this.scalar(value, place, false);
      this.writeFoot();
    }
  }

  private branch({ entries }: Branch, place: Place, foot: string): void {
    const { parts, foot: last } = partsOf(entries);
    if (parts.length === 0) return this.empty("{", "}", place, foot);
    const outer = this.indentFor(place);
    for (const { item, head } of parts) {
      this.waitForHead(head);
      this.writeHead();
      this.startLine();
      this.key(item.key);
      this.waitForHead(headOf(item.value));
      this.value(item.value, "entry", "");
    }
    if (last !== "") this.waitingTail = last;
    if (foot !== "") this.waitingFoot = foot;
    this.writeHead();
    this.indent = outer;
  }

  private list({ items }: List, place: Place, foot: string): void {
    const { parts, foot: last } = partsOf(items);
    if (parts.length === 0) return this.empty("[", "]", place, foot);
    const outer = this.indentFor(place);
    parts.forEach(({ item, head }, index) => {
      this.waitForHead(joined(head, headOf(item)));
      this.writeHead();
      this.startLine();
      this.indicator("-", true, true);
      this.value(item, "item", index === parts.length - 1 ? last : "");
    });
    if (foot !== "") this.waitingFoot = foot;
    this.indent = outer;
  }

  /** An empty set or list. Comments in it stand between its brackets. */
  private empty(open: string, close: string, place: Place, foot: string): void {
    this.indicator(open, true, false, true);
    const outer = this.indentFor(place, true);
    if (foot !== "") this.waitingFoot = foot;
    if (open === "{") this.writeHead();
    this.indent = outer;
    if (open === "[" && this.column === 0) this.startLine();
    this.indicator(close, false);
    this.writeFoot();
  }

  private key(key: string): void {
    const simple = Buffer.byteLength(key) <= KEY_LIMIT && !Array.from(key).some(isBreak);
    if (simple) {
      this.scalar(key, "entry", true);
      this.indicator(":", false);
    } else {
      this.indicator("?", true, true);
      this.scalar(key, "entry", false);
      this.startLine();
      this.indicator(":", true, true);
    }
  }

  private scalar(value: Single, place: Place, key: boolean): void {
    const outer = this.indentFor(place, true);
    const hinted = this.indent - Math.max(0, outer) === INDENT;
    const written = scalarText(value, key, this.indent, hinted);
    if (written.tag !== "") this.indicator(written.tag, true);
    if (written.kind === "literal") this.literal(written.text);
    else this.indicator(written.text, true);
    this.indent = outer;
  }

  private literal(text: string): void {
    const hint = text.startsWith(" ") ? String(INDENT) : "";
    const chomping = !isBreak(text.at(-1) ?? "") ? "-" : text.length === 1 || isBreak(text.at(-2) ?? "") ? "+" : "";
    this.indicator(`|${hint}${chomping}`, true);
    this.afterSpace = true;
    let atBreak = true;
    for (const character of text) {
      if (isBreak(character)) {
        this.lineBreak(character);
        atBreak = true;
      } else {
        if (atBreak) this.startLine();
        this.put(character);
        this.onlyIndent = false;
        atBreak = false;
      }
    }
  }

  private writeHead(): void {
    if (this.waitingTail !== "") {
      this.startLine();
      this.comment(this.waitingTail);
      this.waitingTail = "";
      this.footIndent = Math.max(0, this.indent);
    }
    if (this.waitingHead === "") return;
    this.startLine();
    this.comment(this.waitingHead);
    this.waitingHead = "";
  }

  private writeFoot(): void {
    if (this.waitingFoot === "") return;
    this.startLine();
    this.comment(this.waitingFoot);
    this.waitingFoot = "";
    this.footIndent = Math.max(0, this.indent);
  }

  private comment(text: string): void {
    text.split("\n").forEach((line, index) => {
      if (index > 0) this.startLine();
      this.put(line);
      this.onlyIndent = false;
      this.lineBreak("\n");
    });
    this.afterSpace = true;
  }

  private waitForHead(head: string): void {
    if (head !== "") this.waitingHead = head;
  }

  /** Sets the indentation of what is in a value, and gives the one before. */
  private indentFor(place: Place, flow = false): number {
    const outer = this.indent;
    if (outer < 0) this.indent = flow ? INDENT : 0;
    else if (place === "item") this.indent += 2;
    else this.indent = this.deeper();
    return outer;
  }

  private deeper(): number {
    return INDENT * Math.floor((this.indent + INDENT) / INDENT);
  }

  private startLine(): void {
    const indent = Math.max(0, this.indent);
    if (!this.onlyIndent || this.column > indent || (this.column === indent && !this.afterSpace)) this.lineBreak("\n");
    if (this.footIndent === indent) this.lineBreak("\n");
    if (this.column < indent) this.put(" ".repeat(indent - this.column));
    this.afterSpace = true;
    this.footIndent = -1;
  }

  private indicator(text: string, needsSpace: boolean, indents = false, isSpace = false): void {
    if (needsSpace && !this.afterSpace) this.put(" ");
    this.put(text);
    this.afterSpace = isSpace;
    this.onlyIndent = this.onlyIndent && indents;
  }

  private put(text: string): void {
    this.text += text;
    this.column += text.length;
  }

  private lineBreak(character: string): void {
    this.text += character;
    this.column = 0;
    this.onlyIndent = true;
  }
}
