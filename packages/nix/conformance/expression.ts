/**
 * Random sources by the rules of the grammar: valid ones, in which every construct stands in every place where it may,
 * and with few names, so that definitions clash, shadow each other and are missing.
 */

import type { Random } from "./random.ts";

/** A whole file. With `mistakes` some of its parentheses are left out and some of its names are bound by nothing. */
export function expression(random: Random, depth = 5, mistakes = false): string {
  return new Writer(random, mistakes).expression(depth);
}

const names = ["a", "b", "c", "x", "or'", "or-", "a1", "_"];
const globals = ["true", "null", "builtins", "map", "toString", "import"];
const operators = ["->", "||", "&&", "==", "!=", "<", "<=", ">", ">=", "//", "+", "-", "*", "/", "++"];
const comparisons = new Set(["==", "!=", "<", "<=", ">", ">="]);
const spaces = [" ", " ", " ", " ", "\n", "  ", " # c\n", " /* c */ ", "\t", "\r\n"];

class Writer {
  readonly #random: Random;
  readonly #mistakes: boolean;
  readonly #bound: string[] = [...globals];

  constructor(random: Random, mistakes: boolean) {
    this.#random = random;
    this.#mistakes = mistakes;
  }

  expression(depth: number): string {
    const random = this.#random;
    if (depth <= 0) return this.#simple(0);
    switch (random.below(12)) {
      case 0:
        return this.#function(depth - 1);
      case 1:
        return `if${this.#s}${this.expression(depth - 1)}${this.#s}then${this.#s}${this.expression(depth - 2)}${this.#s}else${this.#s}${this.expression(depth - 1)}`;
      case 2:
        return `assert${this.#s}${this.expression(depth - 2)};${this.#s}${this.expression(depth - 1)}`;
      case 3:
        return `with${this.#s}${this.expression(depth - 2)};${this.#s}${this.expression(depth - 1)}`;
      case 4:
      case 5: {
        const [text, bound] = this.#bindings(depth - 1, true);
        return `let${this.#s}${text}${this.#s}in${this.#s}${this.#with(bound, () => this.expression(depth - 1))}`;
      }
      default:
        return this.#operation(depth - 1);
    }
  }

  /** Operators and applications; some need parentheses that may be missing. */
  #operation(depth: number): string {
    const random = this.#random;
    if (depth <= 0) return this.#select(0);
    switch (random.below(9)) {
      case 0:
        return `${random.pick(["!", "-"])}${this.#operation(depth - 1)}`;
      case 1:
      case 2: {
        const operand = (): string => (random.oneIn(2) ? this.#select(depth - 1) : `(${this.expression(depth - 1)})`);
        const operator = random.pick(operators);
        // a comparison must not be an operand of another one
        const isSafe = this.#mistakes || !comparisons.has(operator);
        const right = isSafe && random.oneIn(2) ? this.#operation(depth - 1) : operand();
        return `${operand()}${this.#s}${operator}${this.#s}${right}`;
      }
      case 3:
        return `${this.#select(depth - 1)}${this.#s}?${this.#s}${this.#attrPath(depth - 1)}`;
      case 4:
      case 5:
        return `${this.#select(depth - 1)}${this.#s}${this.#select(depth - 1)}${random.oneIn(3) ? ` ${this.#select(depth - 1)}` : ""}`;
      default:
        return this.#select(depth);
    }
  }

  #select(depth: number): string {
    const random = this.#random;
    const simple = this.#simple(depth);
    // a path, a URI or a number would go on with the dot
    const subject = /^[\d.]|^[^"'({[ ]*[/:]/.test(simple) ? `(${simple})` : simple;
    switch (depth <= 0 ? 9 : random.below(9)) {
      case 0:
      case 1:
        return `${subject}.${this.#attrPath(depth - 1)}`;
      case 2:
        return `${subject}.${this.#attrPath(depth - 1)}${this.#s}or${this.#s}${this.#select(depth - 1)}`;
      case 3:
        return random.oneIn(4) && (this.#mistakes || this.#bound.includes("or")) ? `${subject}${this.#s}or` : subject;
      default:
        return subject;
    }
  }

  #simple(depth: number): string {
    const random = this.#random;
    switch (depth <= 0 ? random.below(6) : random.below(16)) {
      case 0:
      case 1:
      case 2:
        return this.#name();
      case 3:
        return random.pick(["0", "1", "42", "9223372036854775807", "1.5", ".5", "1.", "0.25e-3"]);
      case 4:
        return random.pick([
          "./a",
          "../b/c",
          "/etc",
          "~/x",
          "<nixpkgs>",
          "<a/b>",
          "a/b",
          "x:y",
          "http://a.b/?c=d",
          "__curPos",
        ]);
      case 5:
        return random.pick([
          '""',
          '"a"',
          "''''",
          "''a''",
          '"\\n\\${a}$$"',
          "''\n  a\n    b\n''",
          "''\n  ''${a} ''' ''\\n\n''",
        ]);
      case 6:
        return this.#string(depth - 1);
      case 7:
        return `./a/\${${this.expression(depth - 1)}}${random.pick(["", "b", "/c", "-${x}".replace("x", this.#name())])}`;
      case 8:
      case 9: {
        let text = "[";
        for (let count = random.below(4); count > 0; count--) text += `${this.#s}${this.#select(depth - 1)}`;
        return `${text} ]`;
      }
      case 10:
        return `{${this.#s}${this.#bindings(depth - 1, false)[0]}${this.#s}}`;
      case 11:
        return `rec${this.#s}{${this.#s}${this.#bindings(depth - 1, true)[0]}${this.#s}}`;
      case 12:
        if (!random.oneIn(3)) return `{${this.#s}${this.#bindings(depth - 1, false)[0]}}`;
        return `let${this.#s}{${this.#s}${this.#bindings(depth - 1, true)[0]}${this.#s}body = 1; }`;
      default:
        return `(${this.expression(depth - 1)})`;
    }
  }

  #string(depth: number): string {
    const random = this.#random;
    const indented = random.oneIn(2);
    const texts = indented
      ? ["a", " ", "\n  ", "\n    b", "$", "'''", "''$", "''\\n", "''\\t", "$$", "'a", "\n", "\t", "\\"]
      : ["a", " ", "\n", "$", "\\n", '\\"', "$$", "\\${", "''", "\r\n", "\\\\"];
    let text = "";
    for (let count = random.below(6); count > 0; count--) {
      // a `$` must not meet a brace that opens something
      const piece = random.oneIn(3) ? `\${${this.expression(depth - 1)}}` : random.pick(texts);
      text += text.endsWith("$") && piece.startsWith("$") ? ` ${piece}` : piece;
    }
    if (!indented) return `"${text}"`;
    return text.endsWith("'") || text.endsWith("$") ? `''${text} ''` : `''${text}''`;
  }

  #function(depth: number): string {
    const random = this.#random;
    const body = (bound: readonly string[]): string => this.#with(bound, () => this.expression(depth));
    const name = random.pick(names);
    if (random.oneIn(2)) return `${name}:${this.#s}${body([name])}`;
    const formals: string[] = [];
    for (let count = random.below(4); count > 0; count--) {
      const formal = random.pick(names);
      if (this.#mistakes || !formals.includes(formal)) formals.push(formal);
    }
    const bound = [...formals, name];
    const parts = formals.map((formal) =>
      random.oneIn(3) ? this.#with(bound, () => `${formal}${this.#s}?${this.#s}${this.expression(depth - 2)}`) : formal,
    );
    if (random.oneIn(3)) parts.push("...");
    else if (random.oneIn(5) && parts.length > 0) parts.push("");
    const set = `{${this.#s}${parts.join(`${this.#s},${this.#s}`)}${this.#s}}`;
    if (!this.#mistakes && formals.includes(name)) return `${set}:${this.#s}${body(formals)}`;
    switch (random.below(3)) {
      case 0:
        return `${name}${this.#s}@${this.#s}${set}:${this.#s}${body(bound)}`;
      case 1:
        return `${set}${this.#s}@${this.#s}${name}:${this.#s}${body(bound)}`;
      default:
        return `${set}:${this.#s}${body(formals)}`;
    }
  }

  /** The bindings and the names that they bind; in a recursive set these are in scope. */
  #bindings(depth: number, recursive: boolean): [string, string[]] {
    const random = this.#random;
    const count = random.below(5);
    const bound = Array.from({ length: count }, () => random.pick(names)).filter(
      (name, index, all) => this.#mistakes || random.oneIn(12) || all.indexOf(name) === index,
    );
    const write = (): string[] =>
      bound.map((name) => {
        const shown = random.oneIn(6) ? `"${name}"` : name;
        switch (random.below(7)) {
          case 0:
            return `inherit${this.#s}(${this.expression(depth - 1)})${this.#s}${shown};`;
          case 1:
            return this.#bound.includes(name) && !recursive
              ? `inherit ${shown};`
              : `${shown} = ${this.expression(depth - 1)};`;
          case 2:
          case 3:
            return `${shown}.${this.#attrPath(depth - 1)}${this.#s}=${this.#s}${this.expression(depth - 1)};${random.oneIn(2) ? ` ${shown} = { ${this.#bindings(depth - 1, false)[0]} };` : ""}`;
          case 4:
            return `${shown} = { ${this.#bindings(depth - 1, false)[0]} };${random.oneIn(2) ? ` ${shown}.${this.#attrPath(depth - 1)} = ${this.expression(depth - 2)};` : ""}`;
          default:
            return `${shown}${this.#s}=${this.#s}${this.expression(depth - 1)};`;
        }
      });
    const parts = recursive ? this.#with(bound, write) : write();
    return [parts.join(this.#s), bound];
  }

  #attrPath(depth: number): string {
    const random = this.#random;
    const parts: string[] = [];
    for (let count = random.oneIn(3) ? 2 : 1; count > 0; count--) {
      if (depth > 0 && random.oneIn(8)) parts.push(`\${${this.expression(depth - 1)}}`);
      else if (random.oneIn(8))
        parts.push(
          random.pick(['"a"', '"x y"', '"or"', "or", '"if"', '"1"', '${"b"}', '"${a}"'.replace("a", this.#name())]),
        );
      else parts.push(random.pick(names));
    }
    return parts.join(".");
  }

  #name(): string {
    return this.#random.pick(this.#mistakes && this.#random.oneIn(4) ? names : this.#bound);
  }

  #with<Result>(bound: readonly string[], write: () => Result): Result {
    const before = this.#bound.length;
    this.#bound.push(...bound);
    const result = write();
    this.#bound.length = before;
    return result;
  }

  get #s(): string {
    return this.#random.pick(spaces);
  }
}
