/**
 * A derivation as `nix derivation show` prints it: JSON with keys in the order of their bytes and two blanks a level.
 * JavaScript's own objects would put keys that look like numbers first, hence the small printer.
 */

import { encodeBase16 } from "./base16.ts";
import { type Derivation, type DerivationOutput, outputPath, type UsedOutputs } from "./derivation.ts";
import { StoreError } from "./error.ts";
import { storeMessages } from "./messages.ts";
import type { StorePath } from "./store-path.ts";
import { utf8Problem } from "./utf8.ts";

export type DerivationJson = string | boolean | readonly DerivationJson[] | ReadonlyMap<string, DerivationJson>;

/** Several derivations by their paths, as JSON in bytes, without a line feed at the end. */
export function printDerivationsAsJson(folder: string, derivations: ReadonlyMap<StorePath, Derivation>): string {
  return joinDerivations(
    new Map([...derivations].map(([path, derivation]) => [path, printDerivationAsJson(folder, derivation)])),
  );
}

/** One of them, indented as it stands among others. */
export function printDerivationAsJson(folder: string, derivation: Derivation): string {
  return printJson(derivationAsJson(folder, derivation), "\n  ");
}

/** Those that {@link printDerivationAsJson} printed, by their paths, in one object. */
export function joinDerivations(printed: ReadonlyMap<StorePath, string>): string {
  if (printed.size === 0) return "{}";
  const fields = [...printed.keys()].sort().map((path) => `  ${JSON.stringify(path)}: ${printed.get(path)}`);
  return `{\n${fields.join(",\n")}\n}`;
}

export function derivationAsJson(folder: string, derivation: Derivation): ReadonlyMap<string, DerivationJson> {
  const outputs = new Map<string, DerivationJson>();
  for (const [name, output] of derivation.outputs) {
    outputs.set(name, outputAsJson(output, outputPath(folder, derivation.name, name, output)));
  }
  return new Map<string, DerivationJson>([
    ["args", derivation.args],
    ["builder", derivation.builder],
    ["env", new Map(derivation.env)],
    ["inputDrvs", usedAsJson(derivation.inputDerivations)],
    ["inputSrcs", derivation.inputSources],
    ["name", derivation.name],
    ["outputs", outputs],
    ["system", derivation.system],
  ]);
}

function outputAsJson(output: DerivationOutput, path: StorePath | undefined): DerivationJson {
  switch (output.kind) {
    case "input-addressed":
      return new Map([["path", path!]]);
    case "fixed": {
      const { method, hash } = output.content;
      return new Map([
        ["hash", encodeBase16(hash.bytes)],
        ["hashAlgo", hash.algorithm],
        ["method", method],
        ["path", path!],
      ]);
    }
    case "floating":
      return new Map([
        ["hashAlgo", output.algorithm],
        ["method", output.method],
      ]);
    case "deferred":
      return new Map();
    case "impure":
      return new Map<string, DerivationJson>([
        ["hashAlgo", output.algorithm],
        ["impure", true],
        ["method", output.method],
      ]);
  }
}

function usedAsJson(inputs: ReadonlyMap<string, UsedOutputs>): DerivationJson {
  const json = new Map<string, DerivationJson>();
  for (const [input, { outputs, dynamic }] of inputs) {
    const used: [string, DerivationJson][] = [
      ["dynamicOutputs", usedAsJson(dynamic ?? new Map())],
      ["outputs", outputs],
    ];
    json.set(input, new Map(used));
  }
  return json;
}

/** `line` is a line feed with the indentation of where the value stands. */
function printJson(json: DerivationJson, line: string): string {
  if (typeof json === "boolean") return String(json);
  if (typeof json === "string") return printText(json);
  const inner = `${line}  `;
  if (isList(json)) {
    if (json.length === 0) return "[]";
    return `[${inner}${json.map((element) => printJson(element, inner)).join(`,${inner}`)}${line}]`;
  }
  if (json.size === 0) return "{}";
  const fields = [...json].map(([key, value]) => `${printText(key)}: ${printJson(value, inner)}`);
  return `{${inner}${fields.join(`,${inner}`)}${line}}`;
}

function isList(json: DerivationJson): json is readonly DerivationJson[] {
  return Array.isArray(json);
}

/** JavaScript escapes what Nix escapes, and leaves the bytes of UTF-8 alone; but bytes that are none have no JSON. */
function printText(text: string): string {
  const wrong = utf8Problem(text);
  if (wrong !== undefined) throw new StoreError(storeMessages["derivation-not-utf8"](wrong));
  return JSON.stringify(text);
}
