/** JSON as SOPS reads and writes it: the order of names is kept, and every number is a floating point number. */

import { sopsError } from "../error.ts";
import { decimalText } from "./number-text.ts";
import { Branch, Comment, type Entry, List, Timestamp, type Value } from "./tree.ts";

const MAX_DEPTH = 500;
const tokenPattern =
  /[ \t\r\n]*([{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null)/y;

/** Reads a document, which must be an object. Throws `sops-json` if it is no JSON. */
export function parseJson(text: string): Branch {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  if (!(value instanceof Branch)) throw sopsError("sops-top-level");
  return value;
}

/** Writes an object, indented with tabs. Comments have no place in JSON. */
export function printJson(branch: Branch): string {
  return textOf(branch, "\n");
}

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(depth: number, token = this.next()): Value {
    if (depth > MAX_DEPTH) throw sopsError("sops-too-deep");
    if (token === "{") return new Branch([...this.entries(depth)]);
    if (token === "[") return new List([...this.items(depth)]);
    if (/^["\-0-9tfn]/.test(token)) {
      const value = JSON.parse(token) as string | number | boolean | null;
      if (typeof value === "string") return wellFormed(value);
      return typeof value === "number" && !Number.isFinite(value) ? this.fail() : value;
    }
    return this.fail();
  }

  end(): void {
    if (/[^ \t\r\n]/.test(this.text.slice(this.at))) this.fail();
  }

  private *entries(depth: number): Iterable<Entry> {
    let token = this.next();
    while (token !== "}") {
      if (!token.startsWith('"')) this.fail();
      const key = wellFormed(JSON.parse(token) as string);
      if (this.next() !== ":") this.fail();
      yield { key, value: this.value(depth + 1) };
      token = this.next();
      if (token === ",") token = this.nameBehindComma();
      else if (token !== "}") this.fail();
    }
  }

  private nameBehindComma(): string {
    const token = this.next();
    return token.startsWith('"') ? token : this.fail();
  }

  private *items(depth: number): Iterable<Value> {
    let token = this.next();
    while (token !== "]") {
      yield this.value(depth + 1, token);
      token = this.next();
      if (token === ",") {
        token = this.next();
        if (token === "]") this.fail();
      } else if (token !== "]") this.fail();
    }
  }

  private next(): string {
    tokenPattern.lastIndex = this.at;
    const match = tokenPattern.exec(this.text);
    if (match === null) return this.fail();
    this.at = tokenPattern.lastIndex;
    return match[1] ?? "";
  }

  private fail(): never {
    throw sopsError("sops-json", this.text.slice(0, this.at).split("\n").length);
  }
}

/** An escape of half a character is read as the sign for what cannot be read. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString("utf8");
}

function textOf(value: Value, lineStart: string): string {
  const inner = `${lineStart}\t`;
  const block = (open: string, parts: readonly string[], close: string): string =>
    parts.length === 0 ? open + close : `${open}${inner}${parts.join(`,${inner}`)}${lineStart}${close}`;
  if (value instanceof Branch) {
    const entries = value.entries.filter((entry): entry is Entry => !(entry instanceof Comment));
    return block(
      "{",
      entries.map((entry) => `${quoted(entry.key)}: ${textOf(entry.value, inner)}`),
      "}",
    );
  }
  if (value instanceof List) {
    const items = value.items.filter((item): item is Value => !(item instanceof Comment));
    return block(
      "[",
      items.map((item) => textOf(item, inner)),
      "]",
    );
  }
  if (typeof value === "string") return quoted(value);
  if (value instanceof Uint8Array) return quoted(Buffer.from(value).toString("utf8"));
  if (value instanceof Timestamp) return quoted(value.text);
  if (typeof value === "number") return numberText(value);
  return String(value);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw sopsError("sops-not-in-json");
  const size = Math.abs(value);
  // Go writes what JavaScript writes, but for the sign of a zero
  return size !== 0 && (size < 1e-6 || size >= 1e21) ? JSON.stringify(value) : decimalText(value);
}

/** Go's encoder also escapes what HTML could misunderstand. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
