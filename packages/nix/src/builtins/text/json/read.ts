/**
 * Reading JSON as `builtins.fromJSON` does: strictly by RFC 8259, with a byte order mark allowed at the start. Of equal
 * names in one object the last counts. Nesting is kept on a stack of our own, so there is no limit to it.
 */

import type { Message } from "../../../message.ts";
import { isInt64, normalizeInt, type Int } from "../integers.ts";
import { nullBytes, textMessages } from "../messages.ts";
import * as Token from "./tokens.ts";

/** Makes values out of what is read. */
export interface JsonBuilder<Value> {
  readonly null: () => Value;
  readonly boolean: (value: boolean) => Value;
  readonly integer: (value: Int) => Value;
  readonly float: (value: number) => Value;
  readonly string: (bytes: string) => Value;
  readonly list: (elements: readonly Value[]) => Value;
  /** The entries are in the order in which their names came first. */
  readonly attributes: (entries: ReadonlyMap<string, Value>) => Value;
}

export type JsonResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: Message };

export function readJson<Value>(text: string, builder: JsonBuilder<Value>): JsonResult<Value> {
  try {
    return { ok: true, value: new Reader(text, builder).read() };
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    return { ok: false, message: error.report };
  }
}

/** What ends the reading. It never leaves this file. */
class JsonProblem extends Error {
  readonly report: Message;

  constructor(report: Message) {
    super(report.text);
    this.report = report;
  }
}

/** A list or an object that is still open. */
type Open<Value> =
  | { readonly kind: "list"; readonly elements: Value[] }
  | { readonly kind: "object"; readonly entries: Map<string, Value>; name: string };

const VALUE = "'[', '{', or a literal";
const SAFE_DIGITS = 15;
const LARGEST_UNSIGNED = (1n << 64n) - 1n;

class Reader<Value> {
  readonly #tokens: Token.JsonTokens;
  readonly #builder: JsonBuilder<Value>;
  readonly #isEmpty: boolean;
  readonly #open: Open<Value>[] = [];

  constructor(text: string, builder: JsonBuilder<Value>) {
    this.#tokens = new Token.JsonTokens(text);
    this.#builder = builder;
    this.#isEmpty = text === "";
  }

  read(): Value {
    let token = this.#tokens.next();
    for (;;) {
      // A value, or the start of one. A list that does not end at once comes back here with its first element.
      let value: Value | undefined;
      if (token === Token.BEGIN_ARRAY) {
        token = this.#tokens.next();
        if (token !== Token.END_ARRAY) {
          this.#open.push({ kind: "list", elements: [] });
          continue;
        }
        value = this.#builder.list([]);
      } else if (token === Token.BEGIN_OBJECT) {
        token = this.#tokens.next();
        if (token !== Token.END_OBJECT) {
          this.#open.push({ kind: "object", entries: new Map(), name: this.#name(token) });
          token = this.#tokens.next();
          continue;
        }
        value = this.#builder.attributes(new Map());
      } else {
        value = this.#scalar(token);
      }
      const after = this.#complete(value);
      if (after === undefined) return this.#finish();
      token = after;
    }
  }

  #result: Value | undefined;

  #finish(): Value {
    const token = this.#tokens.next();
    if (token !== Token.END_OF_TEXT) this.#unexpected(token, "value", "end of input");
    return this.#result as Value;
  }

  /** Puts a value where it belongs, and closes what ends behind it. The token that comes next; none behind the last. */
  #complete(completed: Value): Token.JsonToken | undefined {
    let value = completed;
    for (;;) {
      const open = this.#open.at(-1);
      if (open === undefined) {
        this.#result = value;
        return undefined;
      }
      const token = this.#tokens.next();
      if (open.kind === "list") {
        open.elements.push(value);
        if (token === Token.COMMA) return this.#tokens.next();
        if (token !== Token.END_ARRAY) this.#unexpected(token, "array", "']'");
        value = this.#builder.list(open.elements);
      } else {
        open.entries.set(open.name, value);
        if (token === Token.COMMA) {
          open.name = this.#name(this.#tokens.next());
          return this.#tokens.next();
        }
        if (token !== Token.END_OBJECT) this.#unexpected(token, "object", "'}'");
        value = this.#builder.attributes(open.entries);
      }
      this.#open.pop();
    }
  }

  /** A name and the colon behind it. */
  #name(token: Token.JsonToken): string {
    if (token !== Token.STRING) this.#unexpected(token, "object key", "string literal");
    const name = withoutNull(this.#tokens.value);
    const colon = this.#tokens.next();
    if (colon !== Token.COLON) this.#unexpected(colon, "object separator", "':'");
    return name;
  }

  #scalar(token: Token.JsonToken): Value {
    switch (token) {
      case Token.NULL:
        return this.#builder.null();
      case Token.TRUE:
        return this.#builder.boolean(true);
      case Token.FALSE:
        return this.#builder.boolean(false);
      case Token.STRING:
        return this.#builder.string(withoutNull(this.#tokens.value));
      case Token.INTEGER:
        return this.#integer(this.#tokens.value);
      case Token.FLOAT:
        return this.#float(this.#tokens.value);
      case Token.END_OF_TEXT:
        if (this.#isEmpty) return this.#syntaxError(EMPTY);
        return this.#unexpected(token, "value", VALUE);
      case Token.PROBLEM:
        return this.#unexpected(token, "value", undefined);
      default:
        return this.#unexpected(token, "value", VALUE);
    }
  }

  /** An integer that fits into 64 bits; a larger one is a float, unless it fits into 64 bits without a sign. */
  #integer(digits: string): Value {
    if (digits.length <= SAFE_DIGITS) return this.#builder.integer(Number(digits) + 0);
    const value = BigInt(digits);
    if (isInt64(value)) return this.#builder.integer(normalizeInt(value));
    if (value < 0n || value > LARGEST_UNSIGNED) return this.#float(digits);
    throw new JsonProblem(textMessages["invalid-json"](`unsigned json number ${value} outside of Nix integer range`));
  }

  #float(written: string): Value {
    const value = Number(written);
    if (Number.isFinite(value)) return this.#builder.float(value);
    throw new JsonProblem(
      textMessages["invalid-json"](`[json.exception.out_of_range.406] number overflow parsing '${this.#tokens.quote}'`),
    );
  }

  #unexpected(token: Token.JsonToken, context: string, expected: string | undefined): never {
    const found =
      token === Token.PROBLEM
        ? `${this.#tokens.problem}; last read: '${this.#tokens.quote}'`
        : `unexpected ${Token.tokenNames[token]}`;
    const wanted = expected === undefined ? "" : `; expected ${expected}`;
    return this.#syntaxError(`syntax error while parsing ${context} - ${found}${wanted}`);
  }

  #syntaxError(what: string): never {
    const where = `[json.exception.parse_error.101] parse error at ${this.#tokens.position}`;
    throw new JsonProblem(textMessages["invalid-json"](`${where}: ${what}`));
  }
}

const EMPTY = "attempting to parse an empty input; check that your input string or stream contains the expected JSON";

function withoutNull(bytes: string): string {
  const message = nullBytes(bytes);
  if (message !== undefined) throw new JsonProblem(message);
  return bytes;
}
