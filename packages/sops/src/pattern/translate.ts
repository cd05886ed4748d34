/**
 * From the syntax of RE2 to that of JavaScript, part by part. What both have is taken over, what differs is spelt out
 * (`\s`, `\w`, `.` and `$` mean less in RE2), and what only JavaScript has (look-around, references back) is refused, as
 * Go refuses it.
 */

import { sopsError } from "../error.ts";

export interface Translated {
  readonly text: string;
  readonly flags: string;
}

export function translate(source: string): Translated {
  const reader = new Reader(source);
  const text = reader.alternatives(true);
  return { text, flags: reader.ignoreCase ? "iu" : "u" };
}

const NAME = /^[A-Za-z_][0-9A-Za-z_]*$/;
const MAX_REPEAT = 1000;
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
  readonly ungreedy: boolean;
}

class Reader {
  /** Known only once the whole expression has been read: it must hold for all of it. */
  ignoreCase = false;
  private readonly source: string;
  private readonly names = new Set<string>();
  private at = 0;
  private flags: Flags = { multiline: false, dotAll: false, ungreedy: false };

  constructor(source: string) {
    this.source = source;
  }

  alternatives(outermost = false): string {
    const before = this.flags;
    let text = "";
    while (this.at < this.source.length && !(this.peek() === ")" && !outermost)) {
      text += this.take("|") ? "|" : this.repeated();
    }
    this.flags = before;
    return text;
  }

  private repeated(): string {
    if (this.take("\\Q")) return this.quoted();
    const group = this.setFlags();
    if (group !== undefined) return group;
    // there must be something to repeat
    if (this.repetition() !== "") this.fail();
    const atom = this.atom();
    const repetition = this.repetition();
    if (repetition === "") return atom;
    if (this.repetition() !== "") this.fail();
    // JavaScript repeats no assertion by itself
    return `(?:${atom})${repetition}`;
  }

  private repetition(): string {
    const match = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})(\??)/.exec(this.source.slice(this.at));
    if (match === null) return "";
    const [all, least, most, lazy = ""] = match;
    if (least !== undefined) {
      const upper = most === undefined || most === "" ? Number(least) : Number(most);
      if (Number(least) > MAX_REPEAT || upper > MAX_REPEAT || upper < Number(least)) this.fail();
    }
    this.at += all.length;
    const greedy = (lazy === "") !== this.flags.ungreedy;
    return all.slice(0, all.length - lazy.length) + (greedy ? "" : "?");
  }

  private atom(): string {
    const character = this.read();
    switch (character) {
      case ".":
        return this.flags.dotAll ? "[^]" : "[^\\n]";
      case "^":
        return this.flags.multiline ? "(?:^|(?<=\\n))" : "^";
      case "$":
        return this.flags.multiline ? "(?:$|(?=\\n))" : "$";
      case "[":
        return this.characterClass();
      case "(":
        return this.group();
      case "\\":
        return this.escape();
      case ")":
        return this.fail();
    }
    return literal(character);
  }

  private group(): string {
    let open = "(?:";
    const named = /^\?P?<([^>]*)>/.exec(this.source.slice(this.at));
    if (named !== null) {
      const name = named[1] ?? "";
      if (!NAME.test(name) || this.names.has(name)) this.fail();
      this.names.add(name);
      this.at += named[0].length;
    } else if (this.peek() === "?") {
      if (!this.take("?:")) this.fail();
      open = "(?:";
    }
    const inner = this.alternatives();
    if (!this.take(")")) this.fail();
    return `${open}${inner})`;
  }

  /** `(?i)` up to the end of the group, or `(?s:…)`. */
  private setFlags(): string | undefined {
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
      ungreedy: value("U", before.ungreedy),
    };
    if (end === ")") {
      // Go repeats what stands before the flags
      if (this.repetition() !== "") throw sopsError("sops-pattern-limit", this.source);
      return "";
    }
    const inner = this.alternatives();
    this.flags = before;
    if (!this.take(")")) this.fail();
    const repetition = this.repetition();
    return `(?:${inner})${repetition}`;
  }

  private escape(): string {
    const name = this.peek();
    switch (name) {
      case "A":
      case "z":
        this.read();
        return name === "A" ? "^" : "$";
      case "b":
      case "B":
        this.read();
        // without regard to case, JavaScript takes more than ASCII for a word
        if (this.ignoreCase) throw sopsError("sops-pattern-limit", this.source);
        return `\\${name}`;
      case "C":
        throw sopsError("sops-pattern-limit", this.source);
    }
    return this.classEscape() ?? literal(this.characterEscape());
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
    return unicodeClass(long ?? short ?? "", negated) ?? this.fail();
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

  private quoted(): string {
    const end = this.source.indexOf("\\E", this.at);
    const text = this.source.slice(this.at, end === -1 ? undefined : end);
    this.at = end === -1 ? this.source.length : end + 2;
    const characters = Array.from(text, literal);
    const repetition = this.repetition();
    const last = characters.pop();
    if (last === undefined) return repetition === "" ? "" : this.fail();
    return `${characters.join("")}(?:${last})${repetition}`;
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
