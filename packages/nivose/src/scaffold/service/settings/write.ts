/** Settings of the catalogue as bindings of Nix: sets with one name in them are paths. The layout does not matter, because it is formatted afterwards. */

import { quoteName } from "@nivose/nix/syntax";
import { isSettings, isWritten, piecesOf, type Settings, type Value } from "../../../services/settings.ts";
import { type Filling, writtenValue } from "../../../services/written.ts";

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
  const of = { port: filling.port, address: filling.address, file: filling.secret, answer: filling.answer };
  const pieces = piecesOf(value.$text).map((piece) =>
    typeof piece === "string" ? piece : of[piece[1] as keyof typeof of](piece[0]),
  );
  const isPlain = pieces.every((piece) => typeof piece === "string" || typeof piece === "number");
  return isPlain ? pieces.join("") : { $nix: writtenValue(value, filling) };
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

export function nixOf(value: Value): string {
  if (Array.isArray(value) && value.length > 0) {
    const elements = (value as readonly Value[]).map(elementOf);
    const [only] = elements;
    return elements.length === 1 && !only!.includes("\n") ? `[ ${only} ]` : `[\n${elements.join("\n")}\n]`;
  }
  if (!isSettings(value)) return writtenValue(value, nothing);
  const inner = bindings(value);
  return inner === "" ? "{ }" : `{\n${inner}\n}`;
}

/** In a list. */
export function elementOf(value: Value): string {
  const nix = nixOf(value);
  if (typeof value === "number") return value < 0 ? `(${nix})` : nix;
  const isExpression = typeof value === "object" && value !== null && "$nix" in value;
  return isExpression && !/^(?:[\w.'-]+|"[^"]*"|\(.*\))$/su.test(nix) ? `(${nix})` : nix;
}

/** Of what is filled in already. */
const nothing: Filling = { port: () => null, address: () => null, secret: () => null, answer: () => null };

/** The arguments of a module that expressions in these settings take. */
export function argumentsIn(nix: string): readonly string[] {
  const code = withoutTexts(nix);
  return ["config", "lib", "pkgs"].filter((name) => new RegExp(`(?<![\\w.'"-])${name}\\.`, "u").test(code));
}

/** What is in texts is no code, but for what they take in. */
function withoutTexts(nix: string): string {
  return nix.replaceAll(/"(?:[^"\\]|\\[^])*"|''(?:[^']|'(?!')|'''|''\$|''\\[^])*''/gu, (text) =>
    [...text.matchAll(/(?<!\\|''|\$)\$\{([^}]*)\}/gu)].map(([, inner]) => ` ${inner} `).join(""),
  );
}

/** The settings at a path. */
export function settingsAt(path: readonly string[], settings: Value): Settings {
  return path.reduceRight<Value>((inner, name) => ({ [name]: inner }), settings) as Settings;
}
