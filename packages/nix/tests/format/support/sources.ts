/**
 * Arbitrary sources that follow the grammar, with blanks, line breaks and comments between any two tokens. Every
 * comment says something else, so that one that is lost, doubled or cut can be found.
 */

import fc from "fast-check";
import { Random } from "../../../conformance/random.ts";

/** Where blanks may be. */
const GAP = "\u0001";

const name = fc.constantFrom("a", "b", "lib", "aNameThatIsRatherLong", "anotherNameThatIsRatherLong");
const text = fc.constantFrom("", "text", "a text of several words", "\\n", "''", "ä");
const line = fc.constantFrom("", "  ", "line", "  indented", "''${a}", "'''", "two words", '"quoted"');
const operator = fc.constantFrom("+", "-", "*", "/", "++", "//", "&&", "||", "->", "==", "<", "|>");

const { source } = fc.letrec<{
  source: string;
  expression: string;
  operation: string;
  call: string;
  operand: string;
  string: string;
  binding: string;
  formals: string;
}>((tie) => {
  const operand = tie("operand");
  const expression = tie("expression");
  const join = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(...parts).map((each) => each.join(GAP));
  const word = (value: string): fc.Arbitrary<string> => fc.constant(value);
  const many = (part: fc.Arbitrary<string>, maxLength = 4): fc.Arbitrary<string> =>
    fc.array(part, { maxLength }).map((each) => each.map((one) => `${one}${GAP}`).join(""));
  const parenthesized = join(word("("), expression, word(")"));
  const bindings = many(tie("binding"));
  return {
    source: expression.map((each) => `${GAP}${each}${GAP}`),
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      tie("call"),
      tie("operation"),
      join(word("if"), expression, word("then"), expression, word("else"), expression),
      join(word("let"), bindings, word("in"), expression),
      join(word("with"), expression, word(";"), expression),
      join(word("assert"), expression, word(";"), expression),
      join(name, word(":"), expression),
      join(tie("formals"), word(":"), expression),
      join(name, word("@"), tie("formals"), word(":"), expression),
    ),
    operation: fc.oneof(
      join(operand, operator, operand),
      join(operand, word("+"), operand, word("+"), operand),
      join(operand, word("//"), operand, word("//"), operand),
      join(word("!"), operand),
      join(word("-"), operand),
      join(operand, word("?"), name),
    ),
    call: fc.oneof(
      operand,
      join(operand, operand),
      join(operand, operand, operand),
      join(name, operand, operand, operand),
    ),
    operand: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      name,
      fc.constantFrom("1", "1.5", "./a/b", "<nixpkgs>", "http://example.org"),
      tie("string"),
      many(operand, 8).map((each) => `[${GAP}${each}]`),
      fc.tuple(fc.constantFrom("", `rec${GAP}`), bindings).map(([rec, each]) => `${rec}{${GAP}${each}}`),
      parenthesized,
      join(operand, word("."), name),
      join(
        parenthesized,
        word("."),
        tie("string").filter((each) => each.startsWith('"')),
        word("or"),
        name,
      ),
    ),
    string: fc.oneof(
      text.map((each) => `"${each}"`),
      fc.tuple(text, expression, text).map(([before, code, behind]) => `"${before}\${${GAP}${code}${GAP}}${behind}"`),
      fc.array(line, { maxLength: 4 }).map((lines) => `''${lines.join("\n")}''`),
      fc
        .tuple(line, expression, line)
        .map(([before, code, behind]) => `''\n  ${before}\${${GAP}${code}${GAP}}\n${behind}\n''`),
    ),
    binding: fc.oneof(
      join(name, word("="), expression, word(";")),
      join(name, word("."), name, word("="), expression, word(";")),
      join(word("inherit"), many(name), word(";")),
      join(word("inherit"), parenthesized, many(name), word(";")),
    ),
    formals: fc
      .tuple(fc.array(fc.oneof(name, join(name, word("?"), expression)), { maxLength: 4 }), fc.boolean())
      .map(([names, open]) => join0(["{", [...names, ...(open ? ["..."] : [])].join(`${GAP},${GAP}`), "}"])),
  };
});

function join0(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(GAP);
}

export interface Commented {
  readonly source: string;
  /** What its comments say. */
  readonly comments: readonly string[];
}

export const commentedSources: fc.Arbitrary<Commented> = fc
  .tuple(source, fc.integer(), fc.constantFrom(3, 10, 1_000_000))
  .map(([each, seed, rarity]) => fillGaps(each, new Random(seed), rarity));

function fillGaps(each: string, random: Random, rarity: number): Commented {
  const comments: string[] = [];
  const comment = (): string => {
    const says = `says${comments.length}.`;
    comments.push(says);
    return says;
  };
  const filled = each.replaceAll(GAP, () => {
    if (!random.oneIn(rarity)) return random.pick([" ", " ", " ", " ", "\n", "\n\n", "\n\n\n", "\t", "\r\n"]);
    switch (random.below(7)) {
      case 0:
        return ` # ${comment()}\n`;
      case 1:
        return `\n# ${comment()}\n#${comment()}\n`;
      case 2:
        return ` /* ${comment()} */ `;
      case 3:
        return ` /* ${comment()}\n ${comment()} */ `;
      case 4:
        return `\n  /**\n   * ${comment()}\n   */\n`;
      case 5:
        return `\n\n# ${comment()}\n\n`;
      default:
        return ` /* ${comment()} */ # ${comment()}\n`;
    }
  });
  return { source: filled, comments };
}
