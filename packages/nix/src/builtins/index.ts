/** All builtins, and the names under which expressions find them. */

import { builtinValue, type Builtin } from "../eval/machine/builtin.ts";
import { delayCall } from "../eval/machine/applications.ts";
import { defineGlobal } from "../eval/machine/globals.ts";
import { FALSE, type Handle, integer, list, NULL, TRUE } from "../eval/memory/heap.ts";
import { DERIVATION_FILE } from "../eval/files/core-files.ts";
import { loadFile } from "../eval/files/imports.ts";
import { evaluate } from "../eval/machine/machine.ts";
import { attrsOf } from "../eval/code/positions.ts";
import { settings } from "../eval/machine/settings.ts";
import { slotOf } from "../eval/memory/shapes.ts";
import { string, symbols } from "../eval/memory/strings.ts";
import { setValue, shapeOfSet } from "../eval/memory/values.ts";
import { globalNames } from "../syntax/scope/global-names.ts";
import { attrsBuiltins } from "./attrs.ts";
import { contextBuiltins } from "./contexts.ts";
import { controlBuiltins } from "./control.ts";
import { derivationBuiltins } from "./derivation.ts";
import { fetchBuiltins } from "./fetch.ts";
import { flakeReferenceBuiltins } from "./flake-references.ts";
import { fromJsonBuiltins } from "./from-json.ts";
import { importBuiltins } from "./import.ts";
import { listBuiltins } from "./lists.ts";
import { pathBuiltins } from "./paths.ts";
import { environmentBuiltins } from "./environment.ts";
import { stringBuiltins } from "./strings.ts";
import { tomlBuiltins } from "./toml.ts";
import { versionBuiltins } from "./versions.ts";
import { xmlBuiltins } from "./xml.ts";

const families: readonly (readonly Builtin[])[] = [
  attrsBuiltins,
  contextBuiltins,
  controlBuiltins,
  derivationBuiltins,
  importBuiltins,
  listBuiltins,
  pathBuiltins,
  stringBuiltins,
  tomlBuiltins,
  versionBuiltins,
  xmlBuiltins,
  environmentBuiltins,
  fetchBuiltins,
  flakeReferenceBuiltins,
  fromJsonBuiltins,
];

/** The builtins as values, made once. */
let functions: Readonly<Record<string, Handle>> | undefined;

function builtinFunctions(): Readonly<Record<string, Handle>> {
  return (functions ??= Object.fromEntries(families.flat().map((builtin) => [builtin.name, builtinValue(builtin)])));
}

/** What the values of global names are made from, as a text. They must be made anew if it has changed. */
export function globalsKey(): string {
  builtinFunctions(); // they do not depend on it
  const { currentSystem, currentTime, nixPath, nixVersion, storeDir, pure, experimentalFeatures } = settings;
  return JSON.stringify([currentSystem, currentTime, nixPath, nixVersion, storeDir, pure, ...experimentalFeatures]);
}

let installations = 0;

/** How often the values of global names were made: those that somebody has seen before are others then. */
export function countInstallations(): number {
  return installations;
}

/** Makes the values of all global names. Before anything is evaluated, and after the settings are made. */
export function installBuiltins(): void {
  installations++;
  const values: Record<string, Handle> = {
    true: TRUE,
    false: FALSE,
    null: NULL,
    ...constants(),
    ...builtinFunctions(),
  };
  for (const name of globalNames) {
    const value = values[name] ?? values[name.slice(2)];
    defineGlobal(name, value ?? NULL);
  }
  for (const name of unavailable()) delete values[name];
  const builtins = attrsOf({ ...values, builtins: NULL, derivation: NULL });
  setAttribute(builtins, "builtins", builtins);
  defineGlobal("builtins", builtins);
  const derivation = delayCall(loadDerivation, NULL);
  setAttribute(builtins, "derivation", derivation);
  defineGlobal("derivation", derivation);
}

/** `derivation` is written in Nix: it is read when somebody asks for it. */
const loadDerivation = builtinValue({
  name: "derivation",
  arity: 1,
  apply: () => evaluate(loadFile(DERIVATION_FILE), 0),
});

function setAttribute(set: Handle, name: string, value: Handle): void {
  setValue(set, slotOf(shapeOfSet(set), symbols.ofName(name)), value);
}

/** What is not there in pure evaluation, and without the feature that it belongs to. */
function unavailable(): string[] {
  const has = (feature: string): boolean => settings.experimentalFeatures.has(feature);
  return [
    ...(settings.pure ? ["currentSystem", "currentTime"] : []),
    ...(has("flakes") ? [] : ["getFlake", "parseFlakeRef", "flakeRefToString"]),
    ...(has("flakes") || has("fetch-tree") ? [] : ["fetchTree"]),
  ];
}

function constants(): Record<string, Handle> {
  const searchPath = settings.nixPath.map(({ prefix, path }) =>
    attrsOf({ prefix: string(prefix), path: string(path) }),
  );
  return {
    currentSystem: string(settings.currentSystem),
    currentTime: integer(settings.currentTime),
    langVersion: integer(6),
    nixPath: list(searchPath),
    nixVersion: string(settings.nixVersion),
    storeDir: string(settings.storeDir),
  };
}
