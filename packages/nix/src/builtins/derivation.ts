/**
 * `derivationStrict`: from a set of attributes to a derivation. Its paths are computed exactly as Nix computes them;
 * nothing is written to a store.
 */

import type { Builtin } from "../eval/machine/builtin.ts";
import { coerce, Gathered } from "../eval/machine/coerce.ts";
import { type Handle, NULL } from "../eval/memory/heap.ts";
import { enterNote, fail, force, leaveNote } from "../eval/machine/machine.ts";
import { placeTextOfAttr, remarkOnAttr } from "../eval/errors/remarks.ts";
import { derivationClosure, derivationHashes } from "../eval/files/derivations.ts";
import { settings } from "../eval/machine/settings.ts";
import { beginGathering, gatherAttr, gatheredAttrs } from "../eval/memory/gather.ts";
import { slotOf } from "../eval/memory/shapes.ts";
import { inStore } from "../eval/errors/store-errors.ts";
import { rememberDerivation } from "../eval/files/store-objects.ts";
import { type ContextPart, contextOf, contextOfOne, string, symbols, textOf } from "../eval/memory/strings.ts";
import type { Symbol } from "../syntax/symbols.ts";
import {
  attribute,
  elements,
  forceAttrs,
  forceBoolean,
  forceList,
  forcePlainText,
  forceString,
  requiredAttribute,
  shapeOfSet,
  slotsInOrder,
  valueAt,
} from "../eval/memory/values.ts";
import { hasVolatile, lookAt } from "../eval/memory/volatile.ts";
import { checkName } from "../store/store-path.ts";
import { type ContentAddressMethod, parseContentAddressMethod } from "../store/content-address.ts";
import { parseHashAlgorithm, type HashAlgorithm } from "../store/hash.ts";
import { parseHashOrEmpty } from "../store/hash-text.ts";
import { BuilderEnvironment } from "../store/builder-environment.ts";
import type { UsedOutputs } from "../store/derivation.ts";
import { type DerivationDraft, type DraftOutputs, instantiate } from "../store/instantiate.ts";
import { JsonWriter } from "./json.ts";

const NAME = symbols.ofName("name");
const STRUCTURED = symbols.ofName("__structuredAttrs");
const IGNORE_NULLS = symbols.ofName("__ignoreNulls");
const DRV_PATH = symbols.ofName("drvPath");

const TEXT = { more: true, copy: true };

/** What the attributes say, gathered in the order of their names. */
class Draft {
  readonly context = new Gathered();
  /** In the order of their bytes, as attributes are. */
  readonly names: string[] = [];
  readonly values: string[] = [];
  readonly args: string[] = [];
  builder = "";
  system = "";
  outputs: string[] = ["out"];
  outputHash: string | undefined;
  algorithm: HashAlgorithm | undefined;
  method: ContentAddressMethod | undefined;
  /** Of the one attribute that the builder gets, if attributes are structured. */
  readonly members: string[] | undefined;
  readonly #json: JsonWriter | undefined;

  constructor(structured: boolean) {
    this.members = structured ? [] : undefined;
    this.#json = structured ? new JsonWriter(this.context) : undefined;
  }

  /** A variable for the builder. */
  add(name: string, value: string): void {
    this.names.push(name);
    this.values.push(value);
  }

  /** Of structured attributes. */
  get json(): JsonWriter {
    return this.#json!;
  }
}

function derivationStrict(argument: Handle): Handle {
  const set = forceAttrs(argument);
  const name = forcePlainText(requiredAttribute(set, NAME));
  enterNote(() => {
    const place = placeTextOfAttr(set, slotOf(shapeOfSet(set), NAME));
    return {
      text: `while evaluating derivation '${name}'\n  whose name attribute is located at ${place}`,
      position: 0,
    };
  });
  checkDerivationName(name);
  const structuredAttr = attribute(set, STRUCTURED);
  const draft = new Draft(structuredAttr !== undefined && forceBoolean(structuredAttr));
  const nullsAttr = attribute(set, IGNORE_NULLS);
  const ignoreNulls = nullsAttr !== undefined && forceBoolean(nullsAttr);
  const { symbols: names } = shapeOfSet(set);
  const order = slotsInOrder(set);
  let index = 0;
  enterNote(() => {
    const slot = order[index]!;
    return remarkOnAttr(
      `while evaluating attribute '${symbols.name(names[slot]!)}' of derivation '${name}'`,
      set,
      slot,
    );
  });
  for (; index < order.length; index++) {
    const symbol = names[order[index]!]!;
    if (symbol === IGNORE_NULLS) continue;
    const value = valueAt(set, order[index]!);
    if (!ignoreNulls || force(value) !== NULL) readAttribute(draft, symbol, value, name);
  }
  leaveNote();
  if (draft.members !== undefined) draft.add("__json", draft.json.checked(`{${draft.members.join(",")}}`));
  const result = finish(name, draft);
  leaveNote();
  return result;
}

/** What means more than a variable for the builder. */
const ARGS = symbols.ofName("args");
const CONTENT_ADDRESSED = symbols.ofName("__contentAddressed");
const IMPURE = symbols.ofName("__impure");
const telling = new Set(
  ["builder", "system", "outputHash", "outputHashAlgo", "outputHashMode", "outputs"].map((name) =>
    symbols.ofName(name),
  ),
);

function readAttribute(draft: Draft, symbol: Symbol, value: Handle, name: string): void {
  if (symbol === CONTENT_ADDRESSED && forceBoolean(value)) return refuseFeature("ca-derivations");
  if (symbol === IMPURE && forceBoolean(value)) return refuseFeature("impure-derivations");
  if (symbol === ARGS) {
    for (const element of elements(forceList(value))) draft.args.push(coerce(element, draft.context, TEXT));
    return;
  }
  const key = symbols.name(symbol);
  if (draft.members !== undefined) return readStructured(draft, key, value, name);
  const text = coerce(value, draft.context, TEXT);
  draft.add(key, text);
  if (telling.has(symbol)) readPlain(draft, key, text);
}

function readPlain(draft: Draft, key: string, text: string): void {
  switch (key) {
    case "builder":
      draft.builder = text;
      break;
    case "system":
      draft.system = text;
      break;
    case "outputHash":
      draft.outputHash = text;
      break;
    case "outputHashAlgo":
      draft.algorithm = optionalAlgorithm(text);
      break;
    case "outputHashMode":
      draft.method = hashMode(text);
      break;
    case "outputs":
      draft.outputs = outputNames(text.split(/[ \t\n\r]+/).filter((part) => part !== ""));
  }
}

function readStructured(draft: Draft, key: string, value: Handle, name: string): void {
  if (key === "__structuredAttrs") return;
  draft.members!.push(`${draft.json.string(key)}:${draft.json.value(value)}`);
  switch (key) {
    case "builder": {
      const text = forceString(value);
      draft.context.add(contextOf(text));
      draft.builder = textOf(text);
      break;
    }
    case "system":
      draft.system = forcePlainText(value);
      break;
    case "outputHash":
      draft.outputHash = forcePlainText(value);
      break;
    case "outputHashAlgo":
      draft.algorithm = optionalAlgorithm(forcePlainText(value));
      break;
    case "outputHashMode":
      draft.method = hashMode(forcePlainText(value));
      break;
    case "outputs":
      draft.outputs = outputNames(Array.from(elements(forceList(value)), forcePlainText));
  }
  if (/^(?:dis)?allowedRe(?:ferences|quisites)$|^max(?:Closure)?Size$/.test(key)) {
    settings.print(
      `warning: In a derivation named '${name}', 'structuredAttrs' disables the effect of the derivation attribute ` +
        `'${key}'; use 'outputChecks.<output>.${key}' instead`,
    );
  }
}

/** The hash of the output need not name its algorithm. */
function optionalAlgorithm(text: string): HashAlgorithm | undefined {
  return /^(?:md5|sha1|sha256|sha512)$/.test(text) ? inStore(() => parseHashAlgorithm(text)) : undefined;
}

function hashMode(text: string): ContentAddressMethod {
  if (text === "recursive") return "nar";
  let method: ContentAddressMethod;
  try {
    method = parseContentAddressMethod(text);
  } catch {
    throw fail("eval", `invalid value '${text}' for 'outputHashMode' attribute`);
  }
  if (method === "text") refuseFeature("dynamic-derivations");
  if (method === "git") refuseFeature("git-hashing");
  return method;
}

function outputNames(names: readonly string[]): string[] {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw fail("eval", `duplicate derivation output '${name}'`);
    if (name === "drvPath") throw fail("eval", "invalid derivation output name 'drvPath'");
    seen.add(name);
  }
  if (seen.size === 0) throw fail("eval", "derivation cannot have an empty set of outputs");
  return [...seen];
}

/** Nix has it behind a feature that is off by default; where it is on, we cannot follow. */
function refuseFeature(feature: ExperimentalFeature): never {
  if (settings.experimentalFeatures.has(feature)) throw fail("limit", `${unsupported[feature]} are not supported`);
  throw fail(
    "eval",
    `experimental Nix feature '${feature}' is disabled; add '--extra-experimental-features ${feature}' to enable it`,
  );
}

const unsupported = {
  "ca-derivations": "content-addressed derivations ('__contentAddressed')",
  "impure-derivations": "impure derivations ('__impure')",
  "dynamic-derivations": "outputs that are derivations (outputHashMode 'text')",
  "git-hashing": "outputs that are hashed as Git hashes them (outputHashMode 'git')",
} as const;

type ExperimentalFeature = keyof typeof unsupported;

function checkDerivationName(name: string): void {
  try {
    checkName(name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fail("eval", `invalid derivation name: ${reason}. Please pass a different 'name'.`);
  }
}

/** How most inputs are used: one object for all of them. */
const OUT = { outputs: ["out"] };

/** What is referred to: sources, and outputs of derivations, both in order. */
function inputsOf(parts: ContextPart[]): Pick<DerivationDraft, "inputSources" | "inputDerivations"> {
  const inputSources = new Set<string>();
  const used: ContextPart[] = [];
  for (const part of parts) {
    if (part.kind === "path") inputSources.add(part.path);
    else if (part.kind === "output") used.push(part);
    else {
      for (const [path, outputs] of derivationClosure(part.path)) {
        inputSources.add(path);
        for (const output of outputs ?? []) used.push({ kind: "output", path, output });
      }
    }
  }
  used.sort((a, b) => (a.path === b.path ? (a.output < b.output ? -1 : 1) : a.path < b.path ? -1 : 1));
  const inputDerivations = new Map<string, UsedOutputs>();
  for (let first = 0, end = 0; first < used.length; first = end) {
    const { path, output } = used[first]!;
    for (end = first + 1; end < used.length && used[end]!.path === path;) end++;
    const isOut = end === first + 1 && output === "out";
    inputDerivations.set(path, isOut ? OUT : { outputs: used.slice(first, end).map((each) => each.output) });
  }
  return { inputSources: [...inputSources].sort(), inputDerivations };
}

function finish(name: string, draft: Draft): Handle {
  const { inputSources, inputDerivations } = inputsOf(draft.context.parts);
  if (draft.builder === "") throw fail("eval", "required attribute 'builder' missing");
  if (draft.system === "") throw fail("eval", "required attribute 'system' missing");
  if (name.endsWith(".drv")) {
    throw fail("eval", "derivation names are allowed to end in '.drv' only if they produce a single derivation file");
  }
  lookAtAll(draft, inputSources);
  const { system, builder, args } = draft;
  const env = new BuilderEnvironment(draft.names, draft.values);
  const outputs = draftOutputs(draft);
  const { path, derivation, outputPaths } = inStore(() =>
    instantiate({ name, outputs, inputDerivations, inputSources, system, builder, args, env }, derivationHashes()),
  );
  rememberDerivation(path, derivation);
  const gathering = beginGathering();
  gatherAttr(DRV_PATH, string(path, contextOfOne(`=${path}`)));
  for (const [output, outputPath] of outputPaths) {
    gatherAttr(symbols.ofName(output), string(outputPath!, contextOfOne(`!${output}!${path}`)));
  }
  return gatheredAttrs(gathering);
}

/** The derivation depends on every byte of what it is made from. */
function lookAtAll({ builder, args, names, values }: Draft, inputSources: readonly string[]): void {
  if (!hasVolatile()) return;
  lookAt(builder);
  for (const texts of [args, names, values, inputSources]) for (const text of texts) lookAt(text);
}

function draftOutputs(draft: Draft): DraftOutputs {
  if (draft.outputHash === undefined) return { kind: "input-addressed", names: draft.outputs };
  if (draft.outputs.length !== 1 || draft.outputs[0] !== "out") {
    throw fail("eval", "multiple outputs are not supported in fixed-output derivations");
  }
  const text = draft.outputHash;
  const hash = inStore(() =>
    parseHashOrEmpty(text, draft.algorithm, (message) => settings.print(`warning: ${message.text}`)),
  );
  return { kind: "fixed", content: { method: draft.method ?? "flat", hash } };
}

export const derivationBuiltins: readonly Builtin[] = [{ name: "derivationStrict", arity: 1, apply: derivationStrict }];
