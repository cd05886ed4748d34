/** Flakes: references, lock files, sources, and their values. Nothing here uses a network. */

import type { Handle } from "../eval/memory/heap.ts";
import { importedFiles } from "../eval/files/imports.ts";
import { fail, force } from "../eval/machine/machine.ts";
import { settings } from "../eval/machine/settings.ts";
import { symbols } from "../eval/memory/strings.ts";
import { requiredAttribute } from "../eval/memory/values.ts";
import { callFlake } from "./call.ts";
import { inFlake } from "./errors.ts";
import { parseInputReference, parseTypedReference } from "./local-reference.ts";
import { keepLock, lockFlake, type LockedFlake, type LockFlakeOptions } from "./locked-flake.ts";
import { type LockChange, lockChanges } from "./lock/difference.ts";
import { findInput, inOrder, parseInputPath, unlockedInput } from "./lock/graph.ts";
import { writeLock } from "./lock/write.ts";
import { type FlakeMetadata, metadataOf } from "./metadata.ts";
import { findOutput } from "./outputs.ts";
import { type FlakeReference, type Input, parseUrl, printReference, type Surroundings } from "./reference/index.ts";

export type { LockChange, LockedTo } from "./lock/difference.ts";
export type { FlakeMetadata, MetadataInput } from "./metadata.ts";
export type { ShownMember, ShownOutput, ShowOptions } from "./show.ts";
export { sourceInfo } from "./call.ts";
import { showOutputs, type ShownOutput, type ShowOptions } from "./show.ts";
import { useInputs } from "./registry.ts";
export { resolveReference } from "./registry.ts";
export { type FetchedInput, useFetched } from "./source/fetched.ts";
export { fetchSource, keptFile } from "./source/source.ts";
export type { FlakeSource } from "./sources.ts";
import { type FlakeSource, sourcesOf } from "./sources.ts";

export interface FlakeExpression {
  readonly kind: "flake";
  /** As it was typed, without what comes behind `#`. Bytes. */
  readonly reference: string;
  /** What it is relative to, if that is not the working folder: a folder may have signs in its name that mean something in it. */
  readonly folder?: string;
  /** What comes behind it: an output. */
  readonly fragment: string;
  /** `--override-input`: an input, and what to take instead. */
  readonly overrides: readonly { readonly input: string; readonly reference: string }[];
  /** Folders that do not change, by the hash that each is known to have: overrides that have it are not read as a whole. */
  readonly knownSources?: Readonly<Record<string, string>>;
  /** `--inputs-from`: flakes whose inputs are what a registry knows under their names. */
  readonly inputsFrom?: readonly string[];
  /** `--reference-lock-file`: the path of a lock file to go by instead of that of the flake. */
  readonly referenceLock?: string;
}

const OUTPUTS = symbols.ofName("outputs");

function lockTyped(expression: FlakeExpression, options: Partial<LockFlakeOptions> = {}): LockedFlake {
  const surroundings = surroundingsOfFlakes();
  const { workingFolder } = settings;
  useInputs([], surroundings);
  useInputs(inputsOf(expression.inputsFrom ?? [], surroundings), surroundings);
  const folder = expression.folder ?? workingFolder;
  const reference = parseTypedReference(expression.reference, folder, surroundings);
  const overrides = expression.overrides.map((override) => ({
    path: inFlake(() => parseInputPath(override.input)),
    reference: parseInputReference(override.reference, workingFolder, surroundings),
  }));
  const { referenceLock } = expression;
  return lockFlake(reference, { ...keepLock, ...options, overrides, referenceLock }, surroundings);
}

/** What the inputs of flakes are locked to, those that follow others among them. */
function inputsOf(flakes: readonly string[], surroundings: Surroundings): { name: string; input: Input }[] {
  return flakes.flatMap((flake) => {
    const reference = parseTypedReference(flake, settings.workingFolder, surroundings);
    const { root } = lockFlake(reference, keepLock, surroundings).lock;
    return inOrder(root.inputs).flatMap(([name]) => {
      const lock = findInput(root, [name])?.lock;
      return lock === undefined ? [] : [{ name, input: lock.locked.input }];
    });
  });
}

/** The value of a flake: what `builtins.getFlake` gives. */
export function flakeValue(reference: FlakeReference, allowUnlocked: boolean, surroundings: Surroundings): Handle {
  const { lock, source, isStale } = lockFlake(
    reference,
    { ...keepLock, allowUnlocked, useRegistries: allowUnlocked },
    surroundings,
  );
  return callFlake(lock, source, isStale, surroundings);
}

/** The store path of the flake that was opened last. */
let opened = "";

export function sourceOfFlake(): string {
  return opened;
}

/** The files of the flake that were imported since it was opened. */
export function filesOfFlake(): string[] {
  return importedFiles()
    .filter((file) => file.startsWith(`${opened}/`))
    .map((file) => file.slice(opened.length + 1));
}

/** The store path of the flake that was opened last; nothing if it could not be. */
export function openedFlake(): string | undefined {
  return opened === "" ? undefined : opened;
}

/** An output of a flake. */
export function flakeOutput(expression: FlakeExpression): Handle {
  opened = "";
  const surroundings = surroundingsOfFlakes();
  const { lock, source, isStale, reference } = lockTyped(expression);
  opened = source.storePath;
  const flake = callFlake(lock, source, isStale, surroundings);
  const outputs = force(requiredAttribute(flake, OUTPUTS));
  return findOutput(outputs, expression.fragment, printReference(reference, surroundings));
}

export function flakeMetadata(expression: FlakeExpression): FlakeMetadata {
  return metadataOf(lockTyped(expression), surroundingsOfFlakes());
}

export function flakeOutputs(expression: FlakeExpression, options: ShowOptions): ShownOutput {
  const surroundings = surroundingsOfFlakes();
  const { lock, source, isStale } = lockTyped(expression);
  return showOutputs(force(requiredAttribute(callFlake(lock, source, isStale, surroundings), OUTPUTS)), options);
}

/** What it is made of. Nothing of it is read that need not be read to know that. */
export function flakeSources(expression: FlakeExpression): FlakeSource[] {
  return sourcesOf(lockTyped(expression), surroundingsOfFlakes());
}

export interface FlakeLock {
  /** The folder of `flake.nix`, where the lock file belongs; nothing if it is not on this machine as it is. */
  readonly folder: string | undefined;
  /** The whole file. */
  readonly text: string;
  readonly isStale: boolean;
  readonly changes: readonly LockChange[];
}

/** The lock file that a flake has to have. What is locked stays, but for the inputs that are to be looked up anew. */
export function flakeLock(expression: FlakeExpression, updates: readonly string[] | "all"): FlakeLock {
  const surroundings = surroundingsOfFlakes();
  const isFresh = updates === "all";
  const paths = isFresh ? [] : updates.map((each) => inFlake(() => parseInputPath(each)));
  const { reference, resolved, lock, oldLock, isStale } = lockTyped(expression, { updates: paths, isFresh });
  const unlocked = isStale ? unlockedInput(lock.root) : undefined;
  if (unlocked !== undefined) {
    const [flake, input] = [printReference(reference, surroundings), printReference(unlocked, surroundings)];
    throw fail(
      "eval",
      `Will not write lock file of flake '${flake}' because it has an unlocked input ('${input}'). Use '--allow-dirty-locks' to allow this anyway.`,
    );
  }
  const changes = lockChanges(oldLock, lock.root, surroundings);
  return { folder: workingFolder(resolved), text: `${writeLock(lock.root).text}\n`, isStale, changes };
}

/** Where a flake is changed: only what is there as a folder can be. */
function workingFolder({ input, folder }: FlakeReference): string | undefined {
  const { attributes } = input;
  const type = attributes.get("type");
  const url = String(attributes.get("url") ?? "");
  const top =
    type === "path"
      ? String(attributes.get("path"))
      : type === "git" && url.startsWith("file://") && !attributes.has("rev") && !attributes.has("ref")
        ? inFlake(() => parseUrl(url, () => {})).path
        : undefined;
  return top === undefined || folder === "" ? top : `${top}/${folder}`;
}

function surroundingsOfFlakes(): Surroundings {
  return { experimentalFeatures: settings.experimentalFeatures, warn: (text) => settings.print(`warning: ${text}`) };
}
