/**
 * A document as YAML in the form that SOPS gives it, which is that of Go's YAML library: blocks, an indentation of four
 * columns, and two for what stands behind a dash.
 *
 * The library puts comments out of order in some places (what belongs below a nested list can come out below the value
 * after it). It keeps them waiting until the next moment at which it writes such comments, and so does this.
 */

import { shortText } from "./number-text.ts";
import { Branch, Comment, List, Timestamp, type Value } from "./tree.ts";
import { isBreak } from "../yaml/cursor.ts";
import { doubleQuoted, singleQuoted } from "../yaml/quote.ts";
import { Unsupported } from "../yaml/resolve.ts";
import { styleOf } from "../yaml/scalar-style.ts";

const INDENT = 4;
/** The longest key in bytes that is written without a `?`. */
const KEY_LIMIT = 128;

export function printYaml(documents: readonly Branch[]): string {
  const printer = new Printer();
  documents.forEach((document, index) => printer.document(document, index === 0));
  return printer.text;
}

/** A value with the comments before and behind it. */
interface Part {
  readonly value: Value;
  readonly head: string;
  readonly foot: string;
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
    this.branch(branch, "document");
    // the end of a document is far enough from what came before
    this.footIndent = 0;
    this.writeFoot();
    this.footIndent = -1;
    this.startLine();
  }

  private value(part: Part, place: Place): void {
    const { value } = part;
    if (value instanceof Branch) {
      this.writeFoot();
      this.branch(value, place, part.foot);
    } else if (value instanceof List) {
      this.writeFoot();
      this.list(value, place, part.foot);
    } else {
      if (part.foot !== "") this.waitingFoot = part.foot;
      this.scalar(value, place, false);
      this.writeFoot();
    }
  }

  private branch(branch: Branch, place: Place, foot = ""): void {
    const { parts, rest } = withHeads(branch.entries);
    if (parts.length === 0) return this.empty("{", "}", place, foot);
    const outer = this.indentFor(place);
    for (const { part, head } of parts) {
      const { key, value } = part;
      this.waitForHead(head);
      this.writeHead();
      this.startLine();
      this.key(key);
      this.waitForHead(headOf(value));
      this.value({ value, head: "", foot: "" }, "entry");
    }
    if (rest.length > 0) this.waitingTail = commentText(rest);
    if (foot !== "") this.waitingFoot = foot;
    this.writeHead();
    this.indent = outer;
  }

  private list(list: List, place: Place, foot: string): void {
    const parts = itemsOf(list);
    if (parts.length === 0) return this.empty("[", "]", place, foot);
    const outer = this.indentFor(place);
    for (const part of parts) {
      this.waitForHead(joined(part.head, headOf(part.value)));
      this.writeHead();
      this.startLine();
      this.indicator("-", true, true);
      this.value(part, "item");
    }
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

  private scalar(value: Exclude<Value, Branch | List>, place: Place, key: boolean): void {
    const { tag, text, style } = scalarText(value, key);
    if (tag !== "") this.indicator(tag, true);
    if (style === "literal") return this.literal(text, place);
    this.indicator(text, true);
  }

  private literal(text: string, place: Place): void {
    const hint = /^[ \r\n\x85\u2028\u2029]/.test(text) ? String(INDENT) : "";
    const chomping = !isBreak(text.at(-1) ?? "") ? "-" : text.length === 1 || isBreak(text.at(-2) ?? "") ? "+" : "";
    this.indicator(`|${hint}${chomping}`, true);
    const outer = this.indentFor(place, true);
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
    this.indent = outer;
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

/** A value that is no collection, as it is written in one place. */
function scalarText(
  value: Exclude<Value, Branch | List>,
  key: boolean,
): { readonly tag: string; readonly text: string; readonly style: "literal" | "other" } {
  const plain = (text: string, tag = ""): ReturnType<typeof scalarText> => ({ tag, text, style: "other" });
  if (value === null) return plain("null");
  if (typeof value === "boolean" || typeof value === "bigint") return plain(String(value));
  if (typeof value === "number") return plain(shortText(value));
  if (value instanceof Timestamp) return plain(value.text);
  if (value instanceof Uint8Array) return binaryText(value);
  if (value instanceof Unsupported) throw new Error("a value that SOPS has no type for was to be written");
  if (value === "<<") return plain("<<", "!!merge");
  const style = styleOf(value);
  if (style === "plain") return plain(value);
  if (style === "single") return plain(singleQuoted(value));
  if (style === "literal" && !key) return { tag: "", text: value, style };
  return plain(doubleQuoted(value));
}

function binaryText(bytes: Uint8Array): ReturnType<typeof scalarText> {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,70}/g) ?? [];
  if (lines.length < 2) return { tag: "!!binary", text: lines.join(""), style: "other" };
  return { tag: "!!binary", text: `${lines.join("\n")}\n`, style: "literal" };
}

/** The comments at the top of a collection belong to it as a whole. */
function headOf(value: Value): string {
  if (!(value instanceof Branch || value instanceof List)) return "";
  const parts: readonly unknown[] = value instanceof Branch ? value.entries : value.items;
  const end = parts.findIndex((part) => !(part instanceof Comment));
  return commentText(parts.slice(0, end === -1 ? parts.length : end));
}

function itemsOf(list: List): readonly Part[] {
  const { parts, rest } = withHeads(list.items);
  return parts.map(({ part, head }, index) => ({
    value: part,
    head,
    foot: index === parts.length - 1 ? commentText(rest) : "",
  }));
}

/** The parts of a collection, each with the comments before it but for those at the top; and what comes behind all. */
function withHeads<Item>(items: readonly (Item | Comment)[]): {
  readonly parts: readonly { readonly part: Item; readonly head: string }[];
  readonly rest: readonly Comment[];
} {
  const parts: { readonly part: Item; readonly head: string }[] = [];
  let comments: Comment[] = [];
  for (const item of items) {
    if (item instanceof Comment) comments.push(item);
    else {
      parts.push({ part: item, head: parts.length === 0 ? "" : commentText(comments) });
      comments = [];
    }
  }
  return { parts, rest: parts.length === 0 ? [] : comments };
}

function commentText(comments: readonly unknown[]): string {
  return comments.map((comment) => (comment instanceof Comment ? `#${comment.text}` : "")).join("\n");
}

function joined(one: string, other: string): string {
  return one === "" || other === "" ? one + other : `${one}\n${other}`;
}
