/**
 * From tokens to nodes. Comments are handed out on the way: whenever the parser looks at a token, those that belong to it
 * wait as head, line or foot until the next node or the end of a collection takes them.
 */

import { sopsError } from "../error.ts";
import type { Comments, Document, MappingNode, Node, NodePlace, SequenceNode } from "./node.ts";
import { Scanner } from "./scanner.ts";
import type { Token } from "./token.ts";

/** Reads all documents of a text. Throws `sops-yaml` if it is no YAML. */
export function parseYaml(text: string): Document[] {
  return new Parser(text).documents();
}

/** The same, and where each node stands in the text. */
export function parseYamlWithPlaces(text: string): {
  readonly documents: Document[];
  readonly places: ReadonlyMap<Node, NodePlace>;
} {
  const parser = new Parser(text);
  return { documents: parser.documents(), places: parser.places };
}

/** Deeper than any document that a person wrote, and not as deep as the stack. */
const MAX_DEPTH = 500;

const standardTags: ReadonlyMap<string, string> = new Map([
  ["!", "!"],
  ["!!", "tag:yaml.org,2002:"],
]);

class Parser {
  private readonly scanner: Scanner;
  private at = 0;
  private nextComment = 0;
  private waiting: Comments = { head: "", line: "", foot: "" };
  /** The head of a list or a set within a list, told apart from the head of its own first item. */
  private stem = "";
  private depth = 0;
  private tags = new Map(standardTags);
  private readonly anchors = new Map<string, Node>();
  readonly places = new Map<Node, NodePlace>();

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  documents(): Document[] {
    const documents: Document[] = [];
    let token = this.peek();
    while (token.type !== "stream-end") {
      documents.push(this.document(documents.length === 0));
      token = this.peek();
      while (token.type === "document-end") token = this.skip();
    }
    return documents;
  }

  private document(first: boolean): Document {
    this.tags = new Map(standardTags);
    let token = this.peek();
    let head = "";
    const implicit = first && !/^(?:version-directive|tag-directive|document-start)$/.test(token.type);
    if (implicit) head = this.takeDocumentHead();
    else {
      for (; token.type === "version-directive" || token.type === "tag-directive"; token = this.skip()) {
        if (token.type === "tag-directive") this.tags.set(token.handle, token.prefix);
      }
      if (token.type !== "document-start") this.fail("a document starts with '---' here", token);
      token = this.skip();
    }
    const root = !implicit && endsDocument(token) ? this.emptyScalar() : this.node(true, false);
    // what comes behind the mark belongs to the next document, so nobody looks there yet
    if (this.peek().type === "document-end") this.at++;
    const last = this.take();
    return { head, foot: last.foot === "" ? last.head : last.foot, root };
  }

  /** What stands above an empty line at the top of the first document belongs to the document as a whole. */
  private takeDocumentHead(): string {
    const { head } = this.waiting;
    const end = head.endsWith("\n") ? head.length - 1 : head.lastIndexOf("\n\n");
    if (end < 1) return "";
    this.waiting.head = head.endsWith("\n") ? "" : head.slice(end + 2);
    return head.slice(0, end);
  }

  private node(block: boolean, indentless: boolean): Node {
    if (++this.depth > MAX_DEPTH) throw sopsError("sops-too-deep");
    const node = this.contentOf(block, indentless);
    this.depth--;
    return node;
  }

  private contentOf(block: boolean, indentless: boolean): Node {
    let token = this.peek();
    if (token.type === "alias") {
      const target = this.anchors.get(token.name) ?? this.fail("an alias has no anchor before it", token);
      const node: Node = { kind: "alias", target, ...this.take() };
      this.places.set(node, { start: token.start.index, name: token.name });
      this.skip();
      return node;
    }
    let anchor: string | undefined;
    let tag: string | undefined;
    while ((token.type === "anchor" && anchor === undefined) || (token.type === "tag" && tag === undefined)) {
      if (token.type === "anchor") anchor = token.name;
      else if (token.type === "tag") tag = this.tagOf(token);
      token = this.skip();
    }
    const start = token.start.index;
    const remember = <Kind extends Node>(node: Kind): Kind => {
      this.places.set(node, anchor === undefined ? { start } : { start, name: anchor });
      if (anchor !== undefined) this.anchors.set(anchor, node);
      return node;
    };
    if (indentless && token.type === "block-entry") {
      return this.indentlessSequence(remember({ kind: "sequence", items: [], head: "", line: "", foot: "" }));
    }
    switch (token.type) {
      case "scalar": {
        const { text, style } = token;
        const node = remember({ kind: "scalar", tag: tag ?? "", text, style, ...this.take() });
        this.skip();
        return node;
      }
      case "flow-sequence-start":
        return this.flowSequence(remember({ kind: "sequence", items: [], ...this.take() }));
      case "flow-mapping-start":
        return this.flowMapping(remember({ kind: "mapping", entries: [], ...this.take() }));
      case "block-sequence-start":
        if (block) {
          return this.blockSequence(
            remember({ kind: "sequence", items: [], head: this.takeStem(), line: "", foot: "" }),
          );
        }
        break;
      case "block-mapping-start":
        if (block) {
          return this.blockMapping(
            remember({ kind: "mapping", entries: [], head: this.takeStem(), line: "", foot: "" }),
          );
        }
        break;
    }
    if (anchor !== undefined || tag !== undefined) return remember(this.emptyScalar(tag));
    return this.fail("a value was expected here", token);
  }

  private blockSequence(node: SequenceNode): Node {
    let token = this.skip();
    for (; token.type === "block-entry"; token = this.peek()) {
      token = this.skipDash();
      const empty = token.type === "block-entry" || token.type === "block-end";
      node.items.push(empty ? this.emptyScalar() : this.node(true, false));
    }
    if (token.type !== "block-end") this.fail("a '-' was expected here", token);
    this.skip();
    return node;
  }

  /** A list whose dashes are as far left as the key before it. */
  private indentlessSequence(node: SequenceNode): Node {
    while (this.peek().type === "block-entry") {
      const empty = /^(?:block-entry|key|value|block-end)$/.test(this.skipDash().type);
      node.items.push(empty ? this.emptyScalar() : this.node(true, false));
    }
    return node;
  }

  /** Behind a dash may start a list or a set: then the comments so far are on it, and not on its first item. */
  private skipDash(): Token {
    const { length } = this.waiting.head;
    const token = this.skip();
    if (length > 0 && (token.type === "block-sequence-start" || token.type === "block-mapping-start")) {
      this.stem = this.waiting.head.slice(0, length);
      this.waiting.head = this.waiting.head.slice(length + 1);
    }
    return token;
  }

  private blockMapping(node: MappingNode): Node {
    let token = this.skip();
    const endsPart = (): boolean => /^(?:key|value|block-end)$/.test(token.type);
    for (; token.type === "key"; token = this.peek()) {
      token = this.skip();
      const key = endsPart() ? this.emptyScalar() : this.node(true, true);
      const previous = node.entries.at(-1)?.key;
      if (key.foot !== "" && previous !== undefined) {
        previous.foot = key.foot;
        key.foot = "";
      }
      token = this.peek();
      if (token.type === "value") token = this.skip();
      else token = { type: "value", start: token.start };
      node.entries.push({ key, value: this.valueOf(key, endsPart() ? undefined : () => this.node(true, true)) });
    }
    if (token.type !== "block-end") this.fail("a key was expected here", token);
    const { line, foot } = this.take();
    node.line = line;
    const last = node.entries.at(-1)?.key;
    if (foot !== "" && last !== undefined) last.foot = foot;
    else node.foot = foot;
    this.skip();
    return node;
  }

  private flowSequence(node: SequenceNode): Node {
    let token = this.skip();
    while (token.type !== "flow-sequence-end") {
      if (node.items.length > 0) {
        if (token.type !== "flow-entry") this.fail("a ',' or ']' was expected here", token);
        token = this.skip();
      }
      if (token.type === "key") node.items.push(this.pair());
      else if (token.type !== "flow-sequence-end") node.items.push(this.node(false, false));
      token = this.peek();
    }
    return this.endFlow(node);
  }

  /** `[a: 1]` is a list with a set of one entry. */
  private pair(): Node {
    let token = this.skip();
    const endsPart = (): boolean => /^(?:value|flow-entry|flow-sequence-end)$/.test(token.type);
    const key = endsPart() ? this.emptyScalar() : this.node(false, false);
    token = this.peek();
    if (token.type === "value") token = this.skip();
    else token = { type: "value", start: token.start };
    const value = this.valueOf(key, endsPart() ? undefined : () => this.node(false, false));
    return { kind: "mapping", entries: [{ key, value }], head: "", line: "", foot: "" };
  }

  private flowMapping(node: MappingNode): Node {
    let token = this.skip();
    const endsPart = (): boolean => /^(?:value|flow-entry|flow-mapping-end)$/.test(token.type);
    while (token.type !== "flow-mapping-end") {
      if (node.entries.length > 0) {
        if (token.type !== "flow-entry") this.fail("a ',' or '}' was expected here", token);
        token = this.skip();
      }
      if (token.type !== "flow-mapping-end") {
        const marked = token.type === "key";
        if (marked) token = this.skip();
        const key = marked && endsPart() ? this.emptyScalar() : this.node(false, false);
        token = this.peek();
        if (marked && token.type === "value") token = this.skip();
        else token = { type: "value", start: token.start };
        node.entries.push({ key, value: this.valueOf(key, endsPart() ? undefined : () => this.node(false, false)) });
        token = this.peek();
      }
    }
    return this.endFlow(node);
  }

  private endFlow<Kind extends SequenceNode | MappingNode>(node: Kind): Kind {
    const { line, foot } = this.take();
    this.skip();
    return Object.assign(node, { line, foot });
  }

  /** The value of a key. What stands below it belongs below the entry, which is known by its key. */
  private valueOf(key: Node, read: (() => Node) | undefined): Node {
    const value = read?.() ?? this.emptyScalar();
    if (key.foot === "" && value.foot !== "") {
      key.foot = value.foot;
      value.foot = "";
    }
    return value;
  }

  private emptyScalar(tag = ""): Node {
    return { kind: "scalar", tag, text: "", style: "plain", head: "", line: "", foot: "" };
  }

  private tagOf(token: Extract<Token, { type: "tag" }>): string {
    const prefix = token.handle === "" ? "" : this.tags.get(token.handle);
    if (prefix === undefined) this.fail("a tag starts with a handle that no directive declares", token);
    return `${prefix}${token.suffix}`.replace(/^tag:yaml\.org,2002:/, "!!");
  }

  private take(): Comments {
    const taken = this.waiting;
    this.waiting = { head: "", line: "", foot: "" };
    this.stem = "";
    return taken;
  }

  private takeStem(): string {
    const { stem } = this;
    this.stem = "";
    return stem;
  }

  private skip(): Token {
    this.peek();
    this.at++;
    return this.peek();
  }

  /** The next token, with the comments that are due at it put to those that wait. */
  private peek(): Token {
    const token = this.scanner.token(this.at);
    for (;;) {
      const comment = this.scanner.comments[this.nextComment];
      if (comment === undefined || token.start.index < comment.token) return token;
      // the end of a block has no head, so that waits for what comes then
      if (comment.kind === "head" && token.type === "block-end") return token;
      const { kind, text } = comment;
      this.waiting[kind] += this.waiting[kind] === "" ? text : `\n${text}`;
      this.nextComment++;
    }
  }

  private fail(problem: string, token: Token): never {
    throw sopsError("sops-yaml", token.start.line + 1, problem);
  }
}

function endsDocument({ type }: Token): boolean {
  return /^(?:version-directive|tag-directive|document-start|document-end|stream-end)$/.test(type);
}
