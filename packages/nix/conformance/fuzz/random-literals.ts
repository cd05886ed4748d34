/** Literals that are made up: numbers, strings, and texts in the small languages that builtins read. */

import type { Random } from "../random.ts";
import type { Type } from "./signatures.ts";

export function randomLiteral(type: Type, random: Random): string | undefined {
  switch (type) {
    case "int":
      return integer(random);
    case "float":
      return float(random);
    case "string":
      return quoted(repeat(random, 8, () => random.pick(characters)));
    case "version":
      return quoted(repeat(random, 6, () => random.pick(versionParts)));
    case "regex":
      return quoted(regex(random, 3));
    case "json":
      return quoted(json(random, 3));
    case "toml":
      return quoted(repeat(random, 5, () => tomlLine(random)));
    case "strings":
      return `[ ${repeat(random, 4, () => `${quoted(repeat(random, 3, () => random.pick(characters)))} `)}]`;
    case "numbers":
      return `[ ${repeat(random, 9, () => `${random.oneIn(4) ? float(random) : String(random.below(6))} `)}]`;
    default:
      return undefined;
  }
}

function repeat(random: Random, most: number, write: () => string): string {
  return Array.from({ length: random.below(most + 1) }, write).join("");
}

/** As a string of Nix. */
function quoted(text: string): string {
  return `"${text
    .replace(/["\\]|\$(?=\{)/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")}"`;
}

const characters = [
  ..."aaabbcX/.-_ :=,",
  "\u00c3\u00a4",
  "\u00ff",
  "\u00c3",
  "\n",
  "\t",
  '"',
  "\\",
  "$",
  "${",
  "''",
  "0",
  "1",
  "9",
  "\u00e2\u0082\u00ac",
  "<",
  "&",
];

const versionParts = [..."0123.-.-ab", "10", "pre", "rc", "007", "x", "1.0", "\u00c3\u00a4", "+"];

function digits(random: Random, most: number): string {
  return Array.from({ length: 1 + random.below(most) }, () => random.below(10)).join("");
}

function integer(random: Random): string {
  const bits = BigInt(random.below(64));
  const value = ((1n << bits) + BigInt(random.below(5) - 2)) & 0x7fff_ffff_ffff_ffffn;
  return random.oneIn(2) ? `${value}` : `(-${value})`;
}

function float(random: Random): string {
  const exponent = random.oneIn(2) ? `e${random.below(40) - 20}` : random.oneIn(8) ? `e${random.below(700) - 350}` : "";
  const value = `${random.below(10) === 0 ? "0" : `${1 + random.below(9)}${random.oneIn(2) ? digits(random, 18) : ""}`}.${digits(random, random.pick([1, 3, 17]))}${exponent}`;
  return random.oneIn(3) ? `(-${value})` : value;
}

const classes = [
  "[ab]",
  "[^a]",
  "[[:alnum:]]",
  "[[:space:]_]",
  "[a-c]",
  "[]a]",
  "[^]]",
  "[b-]",
  "[[:upper:][:digit:]]",
  "\\.",
  "\\[",
  "[.]",
  "[[:punct:]]",
];

function regex(random: Random, depth: number): string {
  return repeat(random, 4, () => {
    const atom =
      depth > 0 && random.oneIn(3)
        ? `(${regex(random, depth - 1)})`
        : random.oneIn(4)
          ? random.pick(classes)
          : random.pick(["a", "b", "X", ".", "c", "/", "^", "$"]);
    const times = random.oneIn(3) ? random.pick(["*", "+", "?", "{2}", "{0,1}", "{1,}", "{0}"]) : "";
    return `${atom}${times}${random.oneIn(8) ? "|" : ""}`;
  });
}

function json(random: Random, depth: number): string {
  switch (random.below(depth > 0 ? 9 : 6)) {
    case 0:
      return random.pick(["null", "true", "false"]);
    case 1:
      return integer(random).replace(/[()]/g, "");
    case 2:
      return float(random).replace(/[()]/g, "");
    case 3:
      return `${random.oneIn(2) ? "-" : ""}${digits(random, 25)}${random.oneIn(3) ? `.${digits(random, 5)}` : ""}${random.oneIn(4) ? `${random.pick(["e", "E"])}${random.pick(["", "+", "-"])}${digits(random, 3)}` : ""}`;
    case 4:
    case 5:
      return jsonString(random);
    case 6:
      return `[${repeat(random, 3, () => `${json(random, depth - 1)},`)}${json(random, depth - 1)}]${random.oneIn(20) ? "]" : ""}`;
    case 7:
      return "[]";
    default:
      return `{${repeat(random, 3, () => `${jsonString(random)}: ${json(random, depth - 1)},`)}${jsonString(random)}:${json(random, depth - 1)}${random.oneIn(20) ? "" : "}"}`;
  }
}

const jsonPieces = [
  "a",
  "b",
  "\\n",
  "\\u00e4",
  "\\ud83d\\ude00",
  "\u00c3\u00a4",
  "\\\\",
  '\\"',
  " ",
  "\\/",
  "\\u0001",
  "key",
];

function jsonString(random: Random): string {
  return `"${repeat(random, 3, () => random.pick(random.oneIn(30) ? ["\\x", "\u00ff", "\n", "\\ud83d", "\\u0000"] : jsonPieces))}"`;
}

function tomlLine(random: Random): string {
  const key = random.pick(["a", "b", "c", "a.b", "a.c", '"a b"', "b.x.y", "1"]);
  switch (random.below(8)) {
    case 0:
      return `[${key}]\n`;
    case 1:
      return `[[${key}]]\n`;
    case 2:
      return random.pick(["# note\n", "\n", "\r\n", "  \t\n"]);
    default:
      return `${key} = ${tomlValue(random, 2)}${random.oneIn(6) ? " # c" : ""}\n`;
  }
}

function tomlValue(random: Random, depth: number): string {
  switch (random.below(depth > 0 ? 8 : 6)) {
    case 0:
      return random.pick(["true", "false", "0x1f", "0o7", "0b1", "inf", "-nan", "1_000", "+1", "1979-05-27", "0x_1"]);
    case 1:
      return integer(random).replace(/[()]/g, "");
    case 2:
      return float(random).replace(/[()]/g, "");
    case 3:
      return `"${repeat(random, 3, () => random.pick(["a", "\\n", "\\u00e4", "\u00c3\u00a4", '\\"', "'"]))}"`;
    case 4:
      return random.pick(["'a\\'", "'''\na\n'''", '"""a\\\n   b"""', "''", '""']);
    case 5:
      return "[]";
    case 6:
      return `[${repeat(random, 3, () => `${tomlValue(random, depth - 1)}, `)}]`;
    default:
      return `{ a = ${tomlValue(random, depth - 1)}${random.oneIn(2) ? `, b = ${tomlValue(random, depth - 1)}` : ""} }`;
  }
}
