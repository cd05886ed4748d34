/** Settings of the catalogue as Nix. How it looks does not matter: everything is formatted before it is written. */

import { quoteName, quoteString } from "@nivose/nix/syntax";
import { isWritten, piecesOf, type Settings, type Value, type Written } from "./settings.ts";

/** What settings mention, by its name in the entry: a number or a string, or an expression as `{ "$nix": … }`. */
export interface Filling {
  readonly port: (name: string) => Value;
  readonly address: (name: string) => Value;
  readonly secret: (name: string) => Value;
  readonly answer: (name: string) => Value;
}

/** The settings as a set. */
export function writtenSettings(settings: Settings, filling: Filling): string {
  return writtenValue(settings, filling);
}

export function writtenValue(value: Value, filling: Filling): string {
  if (typeof value === "string") return stringOf([value]);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[ ${value.map((each: Value) => elementOf(each, filling)).join(" ")} ]`;
  if (isWritten(value)) return expressionOf(value, filling);
  const entries = Object.entries(value as Settings);
  return `{ ${entries.map(([name, each]) => `${quoteName(name)} = ${writtenValue(each, filling)};`).join(" ")} }`;
}

function elementOf(value: Value, filling: Filling): string {
  const text = writtenValue(value, filling);
  const isSimple = !(isExpression(value) || (typeof value === "number" && value < 0));
  return isSimple && !isFilled(value) ? text : `(${text})`;
}

/** Whether it may be more than one word of Nix. */
function isExpression(value: Value): boolean {
  return typeof value === "object" && value !== null && "$nix" in value;
}

function isFilled(value: Value): boolean {
  return typeof value === "object" && value !== null && isWritten(value) && !("$text" in value);
}

function expressionOf(written: Written, filling: Filling): string {
  if ("$nix" in written) return written.$nix;
  if ("$text" in written)
    return stringOf(
      piecesOf(written.$text).map((piece) => (typeof piece === "string" ? piece : pieceOf(piece, filling))),
    );
  const value =
    "$port" in written
      ? filling.port(written.$port)
      : "$address" in written
        ? filling.address(written.$address)
        : "$secret" in written
          ? filling.secret(written.$secret)
          : filling.answer(written.$answer);
  return writtenValue(value, filling);
}

interface Interpolated {
  readonly nix: string;
}

function pieceOf([name, what]: readonly [string, string], filling: Filling): string | Interpolated {
  const of = { port: filling.port, address: filling.address, file: filling.secret, answer: filling.answer }[what]!;
  const value = of(name);
  if (typeof value === "string" || typeof value === "number") return String(value);
  const nix = writtenValue(value, filling);
  return { nix: what === "port" ? `toString ${/^[\w.'-]+$/u.test(nix) ? nix : `(${nix})`}` : nix };
}

/** On lines of its own, if it has several and the first column of some is in use, which is where Nix has its margin. */
function stringOf(given: readonly (string | Interpolated)[]): string {
  const pieces = given.filter((piece) => piece !== "");
  const whole = pieces.map((piece) => (typeof piece === "string" ? piece : "x")).join("");
  const isOfLines = /\n[^]*\n$|^[^\n]{60,}\n$/u.test(whole) && /^[^\s]/mu.test(whole) && !/[\r\t]/u.test(whole);
  const written = pieces.map((piece, index) => {
    if (typeof piece !== "string") return `\${${piece.nix}}`;
    // a dollar before `${` would make it a text
    const isLast = index === pieces.length - 1;
    const text = isOfLines ? indented(piece) : quoteString(piece).slice(1, -1);
    return isLast || !text.endsWith("$") ? text : `${text.slice(0, -1)}${isOfLines ? "''$" : "\\$"}`;
  });
  return isOfLines ? `''\n${written.join("")}''` : `"${written.join("")}"`;
}

function indented(text: string): string {
  return text.replaceAll("''", "'''").replaceAll("${", "''${");
}
