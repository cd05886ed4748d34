/** Settings of the catalogue as Nix: what they mention is filled in. The layout does not matter, because it is formatted afterwards. */

import { quoteName } from "@nivose/nix/syntax";
import { isSettings, isWritten, piecesOf, type Settings, type Value } from "../../../services/settings.ts";
import { nixString } from "../../nix.ts";

/** What settings mention, by their names. An expression of Nix is a text in `nix`. */
export interface Mentioned {
  readonly port: (name: string) => number | Expression;
  readonly address: (name: string) => string | Expression;
  /** The path of a file. */
  readonly secret: (name: string) => string | Expression;
  readonly answer: (name: string) => Value | Expression;
}

export interface Expression {
  readonly nix: string;
}

export function isExpression(value: unknown): value is Expression {
  return typeof value === "object" && value !== null && "nix" in value;
}

/** The same settings with expressions only: what can be compared, and written anywhere. */
export function filledIn(value: Value, mentioned: Mentioned): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Value[]).map((each) => filledIn(each, mentioned));
  if (!isWritten(value))
    return Object.fromEntries(
      Object.entries(value as Settings).map(([name, each]) => [name, filledIn(each, mentioned)]),
    );
  if ("$nix" in value) return value;
  if ("$port" in value) return plainOr(mentioned.port(value.$port));
  if ("$address" in value) return plainOr(mentioned.address(value.$address));
  if ("$secret" in value) return plainOr(mentioned.secret(value.$secret));
  if ("$answer" in value) return plainOr(mentioned.answer(value.$answer));
  return filledText(value.$text, mentioned);
}

function plainOr(value: Value | Expression): Value {
  return isExpression(value) ? { $nix: value.nix } : value;
}

function filledText(text: string, mentioned: Mentioned): Value {
  const pieces = piecesOf(text).map((piece) => (typeof piece === "string" ? piece : ofPiece(piece, mentioned)));
  if (pieces.every((piece) => !isExpression(piece))) return pieces.join("");
  const written = pieces.map((piece) =>
    isExpression(piece) ? `\${${piece.nix}}` : nixString(String(piece)).slice(1, -1),
  );
  return { $nix: `"${written.join("")}"` };
}

function ofPiece([name, what]: readonly [string, string], mentioned: Mentioned): string | number | Expression {
  if (what === "port") {
    const port = mentioned.port(name);
    return isExpression(port) ? { nix: `toString ${bracketed(port.nix)}` } : port;
  }
  if (what === "answer") {
    const answer = mentioned.answer(name);
    return isExpression(answer) ? answer : String(answer);
  }
  return what === "address" ? mentioned.address(name) : mentioned.secret(name);
}

function bracketed(nix: string): string {
  return /^[\w.'-]+$/u.test(nix) ? nix : `(${nix})`;
}

/** `a.b = 1; c = { … };`: sets with one name in them are written as a path. */
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

export function nixOf(value: Value): string {
  if (typeof value === "string") return textOf(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) {
    const items = (value as readonly Value[]).map((each) => inList(each));
    return items.length === 0 ? "[ ]" : `[\n${items.join("\n")}\n]`;
  }
  if (isWritten(value)) return "$nix" in value ? value.$nix : "null";
  const inner = bindings(value as Settings);
  return inner === "" ? "{ }" : `{\n${inner}\n}`;
}

function inList(value: Value): string {
  const nix = nixOf(value);
  return typeof value === "object" && value !== null && isWritten(value) && !/^(?:[\w.'-]+|".*"|\(.*\))$/su.test(nix)
    ? `(${nix})`
    : nix;
}

/** Several lines are an indented string, as everybody writes them. */
function textOf(text: string): string {
  if (!text.trimEnd().includes("\n")) return nixString(text);
  const escaped = text.replaceAll("''", "'''").replaceAll("${", "''${");
  return `''\n${escaped.endsWith("\n") ? escaped : `${escaped}\n`}''`;
}

/** The arguments of a module that expressions in these settings take. */
export function argumentsIn(nix: string): readonly string[] {
  return ["config", "lib", "pkgs"].filter((name) => new RegExp(`(?<![\\w.'"-])${name}\\.`, "u").test(nix));
}

/** The settings at a path. */
export function settingsAt(path: readonly string[], settings: Value): Settings {
  return path.reduceRight<Value>((inner, name) => ({ [name]: inner }), settings) as Settings;
}
