/** JSON as values. */

import type { Builtin } from "../eval/builtin.ts";
import { bigInteger, FALSE, float, type Handle, list, NULL, TRUE } from "../eval/heap.ts";
import { fail } from "../eval/machine.ts";
import { string, symbols } from "../eval/strings.ts";
import { forcePlainText, makeAttrs } from "../eval/values.ts";

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Handle {
    const value = this.#value();
    this.#skipBlanks();
    if (this.#at < this.#text.length) throw this.#unexpected();
    return value;
  }

  #skipBlanks(): void {
    while (" \t\n\r".includes(this.#text[this.#at] ?? "x")) this.#at++;
  }

  #value(): Handle {
    this.#skipBlanks();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object();
      case "[":
        return this.#array();
      case '"':
        return string(this.#string());
      case "t":
        return this.#word("true", TRUE);
      case "f":
        return this.#word("false", FALSE);
      case "n":
        return this.#word("null", NULL);
      default:
        return this.#number();
    }
  }

  #word(word: string, value: Handle): Handle {
    if (!this.#text.startsWith(word, this.#at)) throw this.#unexpected();
    this.#at += word.length;
    return value;
  }

  #object(): Handle {
    this.#at++;
    const members = new Map<number, Handle>();
    this.#skipBlanks();
    if (!this.#take("}")) {
      do {
        this.#skipBlanks();
        if (this.#text[this.#at] !== '"') throw this.#unexpected();
        const name = this.#string();
        this.#skipBlanks();
        if (!this.#take(":")) throw this.#unexpected();
        // of members with one name the last one counts
        members.set(symbols.ofName(name), this.#value());
        this.#skipBlanks();
      } while (this.#take(","));
      if (!this.#take("}")) throw this.#unexpected();
    }
    return makeAttrs([...members].map(([symbol, value]) => ({ symbol, value })));
  }

  #array(): Handle {
    this.#at++;
    const values: Handle[] = [];
    this.#skipBlanks();
    if (!this.#take("]")) {
      do {
        values.push(this.#value());
        this.#skipBlanks();
      } while (this.#take(","));
      if (!this.#take("]")) throw this.#unexpected();
    }
    return list(values);
  }

  #string(): string {
    const start = ++this.#at;
    const end = this.#text.indexOf('"', start);
    if (end < 0) throw this.#unexpected();
    const plain = this.#text.slice(start, end);
    if (!/[\\\x00-\x1f]/.test(plain)) {
      this.#at = end + 1;
      return plain;
    }
    let value = "";
    for (;;) {
      const character = this.#text[this.#at++];
      if (character === undefined || character < " ") throw this.#unexpected();
      if (character === '"') return value;
      value += character === "\\" ? this.#escape() : character;
    }
  }

  #escape(): string {
    const character = this.#text[this.#at++];
    const plain = escapes[character ?? ""];
    if (plain !== undefined) return plain;
    if (character !== "u") throw this.#unexpected();
    let unit = this.#hex();
    if (unit >= 0xd800 && unit < 0xdc00) {
      if (!this.#take("\\") || !this.#take("u")) throw this.#unexpected();
      const low = this.#hex();
      if (low < 0xdc00 || low >= 0xe000) throw this.#unexpected();
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    } else if (unit >= 0xdc00 && unit < 0xe000) throw this.#unexpected();
    return Buffer.from(String.fromCodePoint(unit)).toString("latin1");
  }

  #hex(): number {
    const digits = this.#text.slice(this.#at, this.#at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.#unexpected();
    this.#at += 4;
    return Number.parseInt(digits, 16);
  }

  #number(): Handle {
    const match = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.#text);
    if (found === null) throw this.#unexpected();
    this.#at = match.lastIndex;
    if (found[1] !== undefined || found[2] !== undefined) return float(Number(found[0]));
    const value = BigInt(found[0]);
    return value === BigInt.asIntN(64, value) ? bigInteger(value) : float(Number(found[0]));
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #unexpected(): Error {
    return fail("eval", `JSON syntax error at byte ${this.#at + 1}`);
  }
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

export const fromJsonBuiltins: readonly Builtin[] = [
  { name: "fromJSON", arity: 1, apply: (text) => new Reader(forcePlainText(text)).document() },
];
