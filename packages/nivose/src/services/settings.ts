/**
 * Settings as the catalogue writes them: options, in sets, with values as JSON has them.
 *
 * What JSON has no word for is an object with one name that begins with a dollar:
 *
 *     { "$port": "web" }                            the number of a port of the entry
 *     { "$address": "web" }                         the address that it listens on there, as a string
 *     { "$secret": "password" }                     the path of the file of a secret of the entry, as a string
 *     { "$answer": "repository" }                   what the user says to a question of the entry
 *     { "$text": "{web.address}:{web.port}" }       a string with such values in it; also `{password.file}` and `{repository.answer}`
 *     { "$nix": "config.networking.fqdn" }          an expression, in which `config`, `lib` and `pkgs` are there
 */

export interface Settings {
  readonly [option: string]: Value;
}

export type Value = null | boolean | number | string | readonly Value[] | Settings | Written;

export type Written =
  | { readonly $port: string }
  | { readonly $address: string }
  | { readonly $secret: string }
  | { readonly $answer: string }
  | { readonly $text: string }
  | { readonly $nix: string };

/** What settings mention: all have to be known before they can be written. */
export interface Mentions {
  readonly ports: readonly string[];
  readonly addresses: readonly string[];
  readonly secrets: readonly string[];
  readonly answers: readonly string[];
}

const words = new Set(["$port", "$address", "$secret", "$answer", "$text", "$nix"]);

export function isWritten(value: Value): value is Written {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const names = Object.keys(value);
  return names.length === 1 && words.has(names[0]!);
}

export function isSettings(value: Value): value is Settings {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isWritten(value);
}

/** The second one is added to the first one: lists and lines are put together, of anything else the second one is taken. */
export function withSettings(first: Settings, second: Settings): Settings {
  const merged = new Map(Object.entries(first));
  for (const [name, value] of Object.entries(second)) {
    const before = merged.get(name);
    merged.set(name, before === undefined ? value : together(before, value));
  }
  return Object.fromEntries(merged);
}

function together(first: Value, second: Value): Value {
  if (isSettings(first) && isSettings(second)) return withSettings(first, second);
  if (Array.isArray(first) && Array.isArray(second)) return [...(first as Value[]), ...(second as Value[])];
  const [lines, more] = [linesOf(first), linesOf(second)];
  return lines === undefined || more === undefined ? second : { $text: lines + more };
}

function linesOf(value: Value): string | undefined {
  const text =
    typeof value === "string" ? value : value !== null && isWritten(value) && "$text" in value ? value.$text : "";
  return text.endsWith("\n") ? text : undefined;
}

/** The pieces of a text: what is written, and what stands in braces, such as `web.port`. */
export function piecesOf(text: string): readonly (string | readonly [name: string, what: string])[] {
  const pieces = text.split(/\{([a-z][\w-]*\.(?:port|address|file|answer))\}/u);
  return pieces.map((piece, index) => (index % 2 === 0 ? piece : (piece.split(".") as [string, string])));
}

export function mentionsOf(value: Value): Mentions {
  const found = {
    port: new Set<string>(),
    address: new Set<string>(),
    file: new Set<string>(),
    answer: new Set<string>(),
  };
  collect(value, found);
  return {
    ports: [...found.port],
    addresses: [...found.address],
    secrets: [...found.file],
    answers: [...found.answer],
  };
}

function collect(value: Value, found: Readonly<Record<string, Set<string>>>): void {
  if (typeof value !== "object" || value === null) return;
  if (!isWritten(value)) {
    for (const each of Object.values(value) as Value[]) collect(each, found);
    return;
  }
  if ("$port" in value) found["port"]!.add(value.$port);
  if ("$address" in value) found["address"]!.add(value.$address);
  if ("$secret" in value) found["file"]!.add(value.$secret);
  if ("$answer" in value) found["answer"]!.add(value.$answer);
  if ("$text" in value)
    for (const piece of piecesOf(value.$text)) if (typeof piece !== "string") found[piece[1]]!.add(piece[0]);
}

/** The settings at a path. */
export function settingsAt(path: readonly string[], settings: Value): Settings {
  return path.reduceRight<Value>((inner, name) => ({ [name]: inner }), settings) as Settings;
}

/** What they say at a path. */
export function valueAt(path: readonly string[], settings: Settings): Value | undefined {
  let value: Value | undefined = settings;
  for (const name of path)
    value =
      value !== undefined && isSettings(value) && Object.hasOwn(value, name) ? (value as Settings)[name] : undefined;
  return value;
}

export interface Leaf {
  readonly path: readonly string[];
  readonly value: Value;
}

/** Each value with its path. An empty set is one, too: it declares something by being there. */
export function leavesOf(settings: Settings, path: readonly string[] = []): Leaf[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    isSettings(value) && Object.keys(value).length > 0
      ? leavesOf(value, [...path, name])
      : [{ path: [...path, name], value }],
  );
}
