/** What `derivation show -r` has printed, read again: it may have been written by anybody, so nothing of it is believed. */

import type { ShownDerivation } from "@nivose/nix/store";

export type ShownDerivations = Readonly<Record<string, ShownDerivation>>;

/** The derivations by their paths, or why these are none. */
export function readShownDerivations(text: string): ShownDerivations | string {
  let all: unknown;
  try {
    all = JSON.parse(text);
  } catch {
    // what the runtime says is in the words of its version
    return "it is no JSON, or not all of it";
  }
  if (!isObject(all)) return "it is no object of derivations by their paths";
  for (const [path, derivation] of Object.entries(all)) {
    if (!isObject(derivation)) return `'${path}' is no derivation`;
    const wrong = Object.keys(members).find((name) => !members[name]!(derivation[name]));
    if (wrong === undefined) continue;
    const isThere = Object.hasOwn(derivation, wrong);
    return `in '${path}', '${wrong}' is ${isThere ? "not what it is in a derivation" : "missing"}`;
  }
  return all as ShownDerivations;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const areTexts: Check = (value) => Array.isArray(value) && value.every(isText);

const members: Readonly<Record<string, Check>> = {
  args: areTexts,
  builder: isText,
  env: (value) => isObject(value) && Object.values(value).every(isText),
  inputDrvs: (value) =>
    isObject(value) && Object.values(value).every((each) => isObject(each) && areTexts(each["outputs"])),
  inputSrcs: areTexts,
  name: isText,
  outputs: (value) => isObject(value) && Object.values(value).every((each) => isObject(each) && areOptionalTexts(each)),
  system: isText,
};

function areOptionalTexts(output: Readonly<Record<string, unknown>>): boolean {
  return ["path", "hash", "hashAlgo", "method"].every((name) => output[name] === undefined || isText(output[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
