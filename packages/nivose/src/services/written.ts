/**
 * Settings of the catalogue as Nix. They are formatted before they are written into what is formatted, and stand in any other file as they
 * are here. Sets with one name in them are paths.
 */

import { quoteName, quoteString } from "@nivose/nix/syntax";
import { isSettings, isWritten, piecesOf, type Settings, type Value } from "./settings.ts";

/** What settings mention, by its name in the entry: a number or a string, or an expression as `{ "$nix": … }`. */
export interface Filling {
  readonly port: (name: string) => Value;
  readonly address: (name: string) => Value;
  readonly secret: (name: string) => Value;
  readonly answer: (name: string) => Value;
}

/** The settings as a set. */
export function writtenSettings(settings: Settings, filling: Filling): string {
  return nixOf(filledIn(settings, filling));
}

/** The same settings with nothing left in them but values and expressions: what can be compared, and written anywhere. */
export function filledIn(value: Value, filling: Filling): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Value[]).map((each) => filledIn(each, filling));
  if (!isWritten(value))
    return Object.fromEntries(Object.entries(value as Settings).map(([name, each]) => [name, filledIn(each, filling)]));
  if ("$nix" in value) return value;
  if ("$port" in value) return filling.port(value.$port);
  if ("$address" in value) return filling.address(value.$address);
  if ("$secret" in value) return filling.secret(value.$secret);
  if ("$answer" in value) return filling.answer(value.$answer);
  const pieces = piecesOf(value.$text).map((piece) => (typeof piece === "string" ? piece : pieceOf(piece, filling)));
  const isPlain = pieces.every((piece) => typeof piece === "string");
  return isPlain ? pieces.join("") : { $nix: stringOf(pieces) };
}

/** `a.b = 1; c = { … };` */
export function bindings(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => binding([name], value))
    .join("\n");
}

export function binding(path: readonly string[], value: Value): string {
  if (isSettings(value)) {
    const entries = Object.entries(value);
    if (entries.length === 1) return binding([...path, entries[0]![0]], entries[0]![1]);
  }
  return `${path.map((name) => quoteName(name)).join(".")} = ${nixOf(value)};`;
}

/** Of what is filled in. */
export function nixOf(value: Value): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return "[ ]";
    const elements = (value as readonly Value[]).map(elementOf);
    const [only] = elements;
    return elements.length === 1 && !only!.includes("\n") ? `[ ${only} ]` : `[\n${inward(elements.join("\n"))}\n]`;
  }
  if (typeof value === "string") return stringOf([value]);
  if (typeof value !== "object" || value === null) return String(value);
  if ("$nix" in value) return value.$nix as string;
  const inner = bindings(value as Settings);
  return inner === "" ? "{ }" : `{\n${inward(inner)}\n}`;
}

/** Of texts this changes nothing but their margin. */
function inward(lines: string): string {
  return lines.replaceAll(/^(?=.)/gmu, "  ");
}

/** In a list. */
export function elementOf(value: Value): string {
  const nix = nixOf(value);
  if (typeof value === "number") return value < 0 ? `(${nix})` : nix;
  const isExpression = typeof value === "object" && value !== null && "$nix" in value;
  return isExpression && !/^(?:[\w.'-]+|"[^"]*"|\([^()]*\))$/su.test(nix) ? `(${nix})` : nix;
}

interface Interpolated {
  readonly nix: string;
}

function pieceOf([name, what]: readonly [string, string], filling: Filling): string | Interpolated {
  const of = { port: filling.port, address: filling.address, file: filling.secret, answer: filling.answer }[what]!;
  const value = of(name);
  if (typeof value === "string" || typeof value === "number") return String(value);
  const nix = nixOf(value);
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
  return isOfLines ? `''\n${inward(written.join(""))}''` : `"${written.join("")}"`;
}

function indented(text: string): string {
  return text.replaceAll("''", "'''").replaceAll("${", "''${");
}
