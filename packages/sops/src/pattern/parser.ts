/**
 * Reads the syntax of RE2. Only what stands for one character is translated for JavaScript: what both have is taken over, and
 * what differs is spelt out (`\s`, `\w` and `.` mean less in RE2). What only JavaScript has (look-around, references back) is
 * refused, as Go refuses it.
 */

import { sopsError } from "../error.ts";
import { type Assertion, type Node, type Repetition, timesRepeated } from "./nodes.ts";

export function parsePattern(source: string): Node {
  return new Reader(source).alternatives(true);
}

const NAME = /^[A-Za-z_][0-9A-Za-z_]*$/;
const MAX_REPEAT = 1000;
const MAX_DEPTH = 1000;
const perlClasses: Readonly<Record<string, string>> = {
  d: "0-9",
  s: "\\t\\n\\f\\r ",
  w: "0-9A-Za-z_",
};
const posixClasses: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7f",
  blank: "\\t ",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};
const controls: Readonly<Record<string, string>> = { a: "\\x07", f: "\\f", t: "\\t", n: "\\n", r: "\\r", v: "\\v" };

interface Flags {
  readonly multiline: boolean;
  readonly dotAll: boolean;
}

class Reader {
  /** Known before anything else has been read: it must hold for all of it. */
  private ignoreCase = false;
  private readonly source: string;
  private readonly names = new Set<string>();
  private at = 0;
  private depth = 0;
  private flags: Flags = { multiline: false, dotAll: false };

  constructor(source: string) {
    this.source = source;
  }

  alternatives(outermost = false): Node {
    if (++this.depth > MAX_DEPTH) this.fail();
    const before = this.flags;
    const parts: Node[][] = [[]];
    while (this.at < this.source.length && !(this.peek() === ")" && !outermost)) {
      if (this.take("|")) parts.push([]);
      else parts.at(-1)!.push(this.repeated());
    }
    this.depth--;
    this.flags = before;
    const [only, ...others] = parts.map(sequence);
    return others.length === 0 ? only! : { kind: "choice", parts: [only!, ...others] };
  }

  private repeated(): Node {
    if (this.take("\\Q")) return this.quoted();
    const group = this.setFlags();
    if (group !== undefined) return group;
    // there must be something to repeat
    if (this.repetition() !== undefined) this.fail();
    return this.repeatedPart(this.atom());
  }

  /** A part with what may stand behind it, but only once. */
  private repeatedPart(part: Node): Node {
    const repetition = this.repetition();
    if (repetition === undefined) return part;
    if (this.repetition() !== undefined) this.fail();
    const node: Node = { kind: "repeat", part, ...repetition };
    return timesRepeated(node) > MAX_REPEAT ? this.fail() : node;
  }

  /** What is taken first, the longest or the shortest, does not matter for whether there is something. */
  private repetition(): Repetition | undefined {
    const match = /^(?:([*+?])|\{(\d+)(?:,(\d*))?\})\??/.exec(this.source.slice(this.at));
    if (match === null) return undefined;
    const [all, sign, lower, upper = lower] = match;
    this.at += all.length;
    if (sign !== undefined) return { least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : undefined };
    const least = Number(lower);
    const most = upper === "" ? undefined : Number(upper);
    return (most ?? least) > MAX_REPEAT || (most ?? least) < least ? this.fail() : { least, most };
  }

  private atom(): Node {
    const character = this.read();
    switch (character) {
      case ".":
        return this.character(this.flags.dotAll ? "[^]" : "[^\\n]");
      case "^":
        return assertion(this.flags.multiline ? startOfLine : startOfText);
      case "$":
        return assertion(this.flags.multiline ? endOfLine : endOfText);
      case "[":
        return this.character(this.characterClass());
      case "(":
        return this.group();
      case "\\":
        return this.escape();
      case ")":
        return this.fail();
    }
    return this.character(literal(character));
  }

  /** One that an expression of JavaScript fits. */
  private character(text: string): Node {
    try {
      const expression = new RegExp(`^${text}$`, this.ignoreCase ? "iu" : "u");
      return { kind: "character", accepts: (character) => expression.test(character) };
    } catch {
      return this.fail();
    }
  }

  private group(): Node {
    const named = /^\?P?<([^>]*)>/.exec(this.source.slice(this.at));
    if (named !== null) {
      const name = named[1] ?? "";
      if (!NAME.test(name) || this.names.has(name)) this.fail();
      this.names.add(name);
      this.at += named[0].length;
    } else if (this.peek() === "?" && !this.take("?:")) this.fail();
    const inner = this.alternatives();
    return this.take(")") ? inner : this.fail();
  }

  /** `(?i)` up to the end of the group, or `(?s:…)`. */
  private setFlags(): Node | undefined {
    const match = /^\(\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(this.source.slice(this.at));
    if (match === null || (match[3] === ":" && match[0] === "(?:")) return undefined;
    const [all, on = "", off = "", end] = match;
    if (on === "" && off === "") this.fail();
    if (on.includes("i") || off.includes("i")) {
      // the case counts everywhere or nowhere, in JavaScript
      if (this.at > 0 || end === ":" || off.includes("i")) throw sopsError("sops-pattern-limit", this.source);
      this.ignoreCase = true;
    }
    this.at += all.length;
    const before = this.flags;
    const value = (flag: string, old: boolean): boolean =>
      on.includes(flag) ? true : off.includes(flag) ? false : old;
    this.flags = {
      multiline: value("m", before.multiline),
      dotAll: value("s", before.dotAll),
    };
    if (end === ")") {
      // Go repeats what stands before the flags
      if (this.repetition() !== undefined) throw sopsError("sops-pattern-limit", this.source);
      return sequence([]);
    }
    const inner = this.alternatives();
    this.flags = before;
    return this.take(")") ? this.repeatedPart(inner) : this.fail();
  }

  private escape(): Node {
    const name = this.peek();
    switch (name) {
      case "A":
      case "z":
        this.read();
        return assertion(name === "A" ? startOfText : endOfText);
      case "b":
      case "B":
        this.read();
        return assertion(name === "b" ? edgeOfWord : noEdgeOfWord);
      case "C":
        throw sopsError("sops-pattern-limit", this.source);
    }
    return this.character(this.classEscape() ?? literal(this.characterEscape()));
  }

  /** An escape that stands for several characters. */
  private classEscape(inClass = false): string | undefined {
    const name = this.peek();
    const perl = perlClasses[name.toLowerCase()];
    if (perl !== undefined) {
      this.read();
      const negated = name !== name.toLowerCase();
      if (!inClass) return `[${negated ? "^" : ""}${perl}]`;
      return negated ? complement(name) : perl;
    }
    const unicode = /^([pP])(?:\{(\^?)(\w+)\}|(\w))/.exec(this.source.slice(this.at));
    if (unicode === null) return undefined;
    // without regard to case, JavaScript means something else by the complement of a class
    if (this.ignoreCase) throw sopsError("sops-pattern-limit", this.source);
    this.at += unicode[0].length;
    const [, letter, caret, long, short] = unicode;
    const negated = (letter === "P") !== (caret === "^");
    const text = unicodeClass(long ?? short ?? "", negated) ?? this.fail();
    return inClass ? text : `[${text}]`;
  }

  private characterEscape(): string {
    const rest = this.source.slice(this.at);
    const code = /^(?:x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]+)\}|(0[0-7]{0,2}|[1-7][0-7]{1,2}))/.exec(rest);
    if (code !== null) {
      this.at += code[0].length;
      const value = code[3] === undefined ? Number.parseInt(code[1] ?? code[2] ?? "", 16) : Number.parseInt(code[3], 8);
      return value > 0x10ffff ? this.fail() : String.fromCodePoint(value);
    }
    const character = this.read();
    if (controls[character] !== undefined) return JSON.parse(`"${jsonEscapes[character] ?? ""}"`) as string;
    if (/^[0-9A-Za-z]$/.test(character) || character.charCodeAt(0) > 0x7f) this.fail();
    return character;
  }

  private quoted(): Node {
    const end = this.source.indexOf("\\E", this.at);
    const text = this.source.slice(this.at, end === -1 ? undefined : end);
    this.at = end === -1 ? this.source.length : end + 2;
    const characters = Array.from(text, (character) => this.character(literal(character)));
    const last = characters.pop();
    if (last !== undefined) return sequence([...characters, this.repeatedPart(last)]);
    return this.repetition() === undefined ? sequence([]) : this.fail();
  }

  private characterClass(): string {
    let text = this.take("^") ? "[^" : "[";
    for (let first = true; first || this.peek() !== "]"; first = false) {
      if (this.at >= this.source.length) this.fail();
      text += this.classPart();
    }
    this.read();
    return `${text}]`;
  }

  private classPart(): string {
    const posix = /^\[:(\^?)(\w+):\]/.exec(this.source.slice(this.at));
    if (posix !== null) {
      const set = posixClasses[posix[2] ?? ""] ?? this.fail();
      // a class that is all but another one would have to be taken apart
      if (posix[1] === "^") throw sopsError("sops-pattern-limit", this.source);
      this.at += posix[0].length;
      return set;
    }
    if (this.peek() === "\\") {
      const start = this.at++;
      const set = this.classEscape(true);
      if (set !== undefined) return set;
      this.at = start;
    }
    const low = this.classCharacter();
    if (this.peek() !== "-" || this.peek(1) === "]" || this.peek(1) === "") return classLiteral(low);
    this.read();
    const high = this.classCharacter();
    if ((high.codePointAt(0) ?? 0) < (low.codePointAt(0) ?? 0)) this.fail();
    return `${classLiteral(low)}-${classLiteral(high)}`;
  }

  private classCharacter(): string {
    const character = this.read();
    return character === "\\" ? this.characterEscape() : character;
  }

  private peek(ahead = 0): string {
    return this.source.charAt(this.at + ahead);
  }

  private take(word: string): boolean {
    if (!this.source.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private read(): string {
    const code = this.source.codePointAt(this.at) ?? this.fail();
    const character = String.fromCodePoint(code);
    this.at += character.length;
    return character;
  }

  private fail(): never {
    throw sopsError("sops-pattern", this.source);
  }
}

function sequence(parts: readonly Node[]): Node {
  return parts.length === 1 ? parts[0]! : { kind: "sequence", parts };
}

function assertion(holds: Assertion): Node {
  return { kind: "assertion", holds };
}

const startOfText: Assertion = (before) => before === undefined;
const endOfText: Assertion = (_, after) => after === undefined;
const startOfLine: Assertion = (before) => before === undefined || before === "\n";
const endOfLine: Assertion = (_, after) => after === undefined || after === "\n";
const edgeOfWord: Assertion = (before, after) => isOfWord(before) !== isOfWord(after);
const noEdgeOfWord: Assertion = (before, after) => !edgeOfWord(before, after);

function isOfWord(character: string | undefined): boolean {
  return character !== undefined && /^[0-9A-Za-z_]$/.test(character);
}

const jsonEscapes: Readonly<Record<string, string>> = {
  a: "\\u0007",
  f: "\\f",
  t: "\\t",
  n: "\\n",
  r: "\\r",
  v: "\\u000b",
};

function literal(character: string): string {
  return /^[\^$\\.*+?()[\]{}|/]$/.test(character) ? `\\${character}` : spelled(character);
}

function classLiteral(character: string): string {
  return /^[\^\\\]\-[]$/.test(character) ? `\\${character}` : spelled(character);
}

function spelled(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || (code >= 0xd800 && code < 0xe000) ? `\\u{${code.toString(16)}}` : character;
}

/** All but the characters of a class, within another class. */
function complement(name: string): string {
  const all = "\\u{10ffff}";
  if (name === "D") return `\\x00-\\/:-${all}`;
  if (name === "S") return `\\x00-\\x08\\v\\x0e-\\x1f!-${all}`;
  return `\\x00-\\/:-@\\[-\\^\`\\{-${all}`;
}

function unicodeClass(name: string, negated: boolean): string | undefined {
  const letter = negated ? "P" : "p";
  if (name === "Any") return negated ? undefined : "\\u{0}-\\u{10ffff}";
  for (const property of [name, `Script=${name}`]) {
    const text = `\\${letter}{${property}}`;
    try {
      return new RegExp(text, "u").source;
    } catch {
      continue;
    }
  }
  return undefined;
}
