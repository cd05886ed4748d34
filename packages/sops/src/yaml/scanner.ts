/**
 * From a YAML text to tokens, the way libyaml and its translation to Go do it: indentation becomes tokens that open and
 * close collections, and where a `:` shows that what came before was a key, the tokens for that are put in afterwards.
 * Comments are kept beside the tokens.
 */

import { Cursor, isBlankOrEnd, isBreak, type Mark } from "./cursor.ts";
import { scanBlockScalar } from "./scan-block-scalar.ts";
import { scanComments, scanLineComment } from "./scan-comments.ts";
import { scanPlainScalar, scanQuotedScalar } from "./scan-flow-scalar.ts";
import { scanAnchor, scanDirective, scanTag } from "./scan-properties.ts";
import type { Marker, Scan, ScannedComment, Token } from "./token.ts";

/** Where a key without a `?` may have started. */
interface SimpleKey {
  readonly mark: Mark;
  readonly token: number;
  /** Whether what stands here can be nothing but a key. */
  readonly required: boolean;
}

const KEY_LIMIT = 1024;
const LOOKAHEAD = 2;

/**
 * Scans no further than it is asked to, plus two tokens. When a token is asked for decides which comments are known by
 * then, so that matters to what they belong to. Throws `sops-yaml` at the first place that is no YAML.
 */
export class Scanner implements Scan {
  readonly cursor: Cursor;
  readonly tokens: Token[] = [];
  readonly comments: ScannedComment[] = [];
  indent = -1;
  flowLevel = 0;
  private readonly outerIndents: number[] = [];
  private readonly simpleKeys: (SimpleKey | undefined)[] = [undefined];
  private keyAllowed = true;

  constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  /** The token with a number, counted from zero. Behind the last one is nothing but the end. */
  token(index: number): Token {
    while (!this.isSettled(index)) this.next();
    return this.tokens[Math.min(index, this.tokens.length - 1)] ?? this.cursor.fail("the document has no end");
  }

  /** Whether a token is known, with enough behind it, and nothing can be put before it any more. */
  private isSettled(index: number): boolean {
    if (this.tokens.at(-1)?.type === "stream-end") return true;
    if (index >= this.tokens.length - LOOKAHEAD) return false;
    const place = this.simpleKeys.findIndex((key) => key?.token === index);
    return place === -1 || this.keyAt(place) === undefined;
  }

  private next(): void {
    const begin = this.cursor.mark();
    this.skipToToken();
    this.closeBlocks(this.cursor.column, begin);
    const { cursor } = this;
    if (cursor.peek() === "") return this.endStream();
    if (cursor.column === 0 && cursor.peek() === "%") {
      this.endDocument();
      this.tokens.push(scanDirective(this));
      return;
    }
    if (cursor.atDocumentMark()) {
      this.endDocument();
      this.marker(cursor.peek() === "-" ? "document-start" : "document-end", 3);
      return;
    }
    const first = cursor.peek();
    const ofPrevious = (this.flowLevel === 0 && first === ":") || (this.flowLevel > 0 && first === ",");
    const previous = ofPrevious ? this.tokens.at(-1)?.start : undefined;
    const mark = previous ?? cursor.mark();
    this.fetch(first);
    // what stands behind a dash is a comment on what follows
    if (this.tokens.at(-1)?.type !== "block-entry") scanLineComment(this, mark);
  }

  private fetch(first: string): void {
    const block = this.flowLevel === 0;
    const alone = isBlankOrEnd(this.cursor.peek(1));
    switch (first) {
      case "[":
        return this.openFlow("flow-sequence-start");
      case "{":
        return this.openFlow("flow-mapping-start");
      case "]":
        return this.closeFlow("flow-sequence-end");
      case "}":
        return this.closeFlow("flow-mapping-end");
      case ",":
        this.dropSimpleKey();
        this.keyAllowed = true;
        return this.marker("flow-entry");
      case "*":
      case "&":
        return this.node(() => scanAnchor(this));
      case "!":
        return this.node(() => scanTag(this));
      case "'":
      case '"':
        return this.node(() => scanQuotedScalar(this));
    }
    if (first === "-" && alone) return this.fetchEntry();
    if (first === "?" && (!block || alone)) return this.fetchKey();
    if (first === ":" && (!block || alone)) return this.fetchValue();
    if ((first === "|" || first === ">") && block) {
      this.dropSimpleKey();
      this.keyAllowed = true;
      this.tokens.push(scanBlockScalar(this));
      return;
    }
    if (/^[#%@`|>?:]$/.test(first) && !(block && "?:".includes(first))) {
      this.cursor.fail("nothing can start with this character");
    }
    if (isBlankOrEnd(first)) this.cursor.fail("there is a tab where spaces are expected");
    this.fetchPlain();
  }

  /** What may be a key, and behind which no other one may start. */
  private node(read: () => Token): void {
    this.saveSimpleKey();
    this.keyAllowed = false;
    this.tokens.push(read());
  }

  private fetchPlain(): void {
    this.saveSimpleKey();
    const { token, broke } = scanPlainScalar(this);
    this.keyAllowed = broke;
    this.tokens.push(token);
  }

  private fetchEntry(): void {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) this.cursor.fail("a list cannot start here");
      this.openBlock("block-sequence-start", this.cursor.mark());
    }
    this.dropSimpleKey();
    this.keyAllowed = true;
    this.marker("block-entry");
  }

  private fetchKey(): void {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) this.cursor.fail("a key cannot start here");
      this.openBlock("block-mapping-start", this.cursor.mark());
    }
    this.dropSimpleKey();
    this.keyAllowed = this.flowLevel === 0;
    this.marker("key");
  }

  private fetchValue(): void {
    const key = this.keyAt(this.simpleKeys.length - 1);
    if (key !== undefined) {
      this.tokens.splice(key.token, 0, { type: "key", start: key.mark });
      this.openBlock("block-mapping-start", key.mark, key.token);
      this.simpleKeys[this.simpleKeys.length - 1] = undefined;
      this.keyAllowed = false;
    } else {
      if (this.flowLevel === 0) {
        if (!this.keyAllowed) this.cursor.fail("a value cannot start here; is a text with ': ' to be quoted?");
        this.openBlock("block-mapping-start", this.cursor.mark());
      }
      this.keyAllowed = this.flowLevel === 0;
    }
    this.marker("value");
  }

  private marker(type: Marker, length = 1): void {
    const start = this.cursor.mark();
    for (let count = 0; count < length; count++) this.cursor.read();
    this.tokens.push({ type, start });
  }

  private openFlow(type: Marker): void {
    this.saveSimpleKey();
    this.simpleKeys.push(undefined);
    this.flowLevel++;
    this.keyAllowed = true;
    this.marker(type);
  }

  private closeFlow(type: Marker): void {
    this.dropSimpleKey();
    if (this.flowLevel > 0) {
      this.flowLevel--;
      this.simpleKeys.pop();
    }
    this.keyAllowed = false;
    this.marker(type);
  }

  /** Opens a block collection if the column is further right than the one that is open. */
  private openBlock(type: Marker, start: Mark, place = this.tokens.length): void {
    if (this.flowLevel > 0 || this.indent >= start.column) return;
    this.outerIndents.push(this.indent);
    this.indent = start.column;
    this.tokens.splice(place, 0, { type, start });
  }

  /** Closes the block collections that are further right than a column. */
  private closeBlocks(column: number, begin: Mark): void {
    if (this.flowLevel > 0) return;
    let start: Mark = { ...begin, index: begin.index - 1 };
    while (this.indent > column) {
      start = this.endOfBlock(start);
      this.tokens.push({ type: "block-end", start });
      this.indent = this.outerIndents.pop() ?? -1;
    }
  }

  /** A block ends before the comments that have its own indentation and come behind it. */
  private endOfBlock(start: Mark): Mark {
    let end = start;
    let limit = start.index;
    for (const comment of this.comments.toReversed()) {
      if ((comment.end?.index ?? 0) < limit) break;
      if (comment.start.column === this.indent + 1) end = comment.start;
      limit = comment.searched?.index ?? 0;
    }
    return end;
  }

  private saveSimpleKey(): void {
    if (!this.keyAllowed) return;
    this.dropSimpleKey();
    const required = this.flowLevel === 0 && this.indent === this.cursor.column;
    const key = { mark: this.cursor.mark(), token: this.tokens.length, required };
    this.simpleKeys[this.simpleKeys.length - 1] = key;
  }

  private dropSimpleKey(): void {
    const key = this.simpleKeys.at(-1);
    if (key?.required) this.missingColon(key);
    this.simpleKeys[this.simpleKeys.length - 1] = undefined;
  }

  /** The key that a `:` here would belong to. A key is on one line, and not too long. */
  private keyAt(place: number): SimpleKey | undefined {
    const key = this.simpleKeys[place];
    if (key === undefined) return undefined;
    if (key.mark.line === this.cursor.line && this.cursor.index <= key.mark.index + KEY_LIMIT) return key;
    if (key.required) this.missingColon(key);
    this.simpleKeys[place] = undefined;
    return undefined;
  }

  private missingColon(key: SimpleKey): never {
    return this.cursor.fail("a ':' was expected behind the key", key.mark.line);
  }

  private endDocument(): void {
    this.closeBlocks(-1, this.cursor.mark());
    this.dropSimpleKey();
    this.keyAllowed = false;
  }

  private endStream(): void {
    const { cursor } = this;
    if (cursor.column !== 0) {
      cursor.column = 0;
      cursor.line++;
    }
    this.endDocument();
    this.tokens.push({ type: "stream-end", start: cursor.mark() });
  }

  private skipToToken(): void {
    const { cursor } = this;
    const begin = cursor.mark();
    for (;;) {
      if (cursor.column === 0 && cursor.peek() === "\ufeff") cursor.read();
      while (cursor.peek() === " " || ((this.flowLevel > 0 || !this.keyAllowed) && cursor.peek() === "\t"))
        cursor.read();
      this.turnIntoHead();
      if (cursor.peek() === "#") scanComments(this, begin);
      if (!isBreak(cursor.peek())) return;
      cursor.readBreak();
      if (this.flowLevel === 0) this.keyAllowed = true;
    }
  }

  /** A comment behind the first dash of a list is one on the entry if that starts on the next line. */
  private turnIntoHead(): void {
    const comment = this.comments.at(-1);
    const firstEntry =
      this.tokens.at(-2)?.type === "block-sequence-start" && this.tokens.at(-1)?.type === "block-entry";
    if (comment?.kind !== "line" || !firstEntry || isBreak(this.cursor.peek())) return;
    comment.kind = "head";
    if (comment.start.line === this.cursor.line - 1) comment.token = this.cursor.index;
  }
}
