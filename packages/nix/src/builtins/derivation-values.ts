/** The derivations that a value holds, as the commands of Nix that take installables find them. */

import { isDerivation } from "../eval/machine/compare.ts";
import { coerce, Gathered } from "../eval/machine/coerce.ts";
import { derivationAt, derivationClosure } from "../eval/files/derivations.ts";
import { ATTRS, type Handle, LIST, PATH, STRING } from "../eval/memory/heap.ts";
import { fail, force } from "../eval/machine/machine.ts";
import { autoCall, type AutoArguments } from "../eval/machine/selection.ts";
import { settings } from "../eval/machine/settings.ts";
import { inStore } from "../eval/errors/store-errors.ts";
import { type ContextElement, contextElements, symbols } from "../eval/memory/strings.ts";
import {
  attribute,
  elements,
  forceBoolean,
  forcePlainText,
  shapeOfSet,
  slotsInOrder,
  valueAt,
} from "../eval/memory/values.ts";
import { printDerivationAsJson } from "../store/derivation-json.ts";
import { isDerivationPath, isStorePath } from "../store/store-path.ts";

/** Derivations as `nix derivation show` prints them. */
export interface ShownDerivations {
  /** The paths of those that were asked for. */
  readonly roots: readonly string[];
  /** JSON in bytes, by path; see `joinDerivations`. */
  readonly texts: ReadonlyMap<string, string>;
}

export function showDerivations(paths: readonly string[], recursive: boolean): ShownDerivations {
  const shown = new Set<string>();
  for (const path of paths) {
    if (!recursive) shown.add(path);
    else for (const each of derivationClosure(path).keys()) if (isDerivationPath(each)) shown.add(each);
  }
  const texts = inStore(
    () => new Map(Array.from(shown, (path) => [path, printDerivationAsJson(settings.storeDir, derivationAt(path))])),
  );
  return { roots: [...new Set(paths)], texts };
}

/**
 * The paths of the derivations in a value: of itself, of the elements of a list, and of the attributes of a set and, where
 * those ask for it with `recurseForDerivations`, of theirs. A string or path stands for the derivation it refers to.
 */
export function derivationsIn(handle: Handle, args: AutoArguments): string[] {
  const value = force(handle);
  if ((value & 7) === STRING || (value & 7) === PATH) return [derivationOfText(value)];
  const found: string[] = [];
  gather(value, args, found, new Set());
  return found;
}

const NAME = symbols.ofName("name");
const DRV_PATH = symbols.ofName("drvPath");
const RECURSE = symbols.ofName("recurseForDerivations");
const COMBINE_CHANNELS = symbols.ofName("_combineChannels");

function gather(handle: Handle, args: AutoArguments, found: string[], done: Set<Handle>): void {
  const value = autoCall(handle, args);
  if (takeDerivation(value, found, done)) return;
  if ((value & 7) === ATTRS) gatherAttributes(value, args, found, done);
  else if ((value & 7) === LIST) {
    for (const element of elements(value)) {
      if (!takeDerivation(force(element), found, done)) gather(element, args, found, done);
    }
  } else throw fail("type", "expression does not evaluate to a derivation (or a set or list of those)");
}

function gatherAttributes(set: Handle, args: AutoArguments, found: string[], done: Set<Handle>): void {
  const { symbols: names } = shapeOfSet(set);
  const combines = attribute(set, COMBINE_CHANNELS) !== undefined;
  for (const slot of slotsInOrder(set)) {
    if (!/^[A-Za-z_][A-Za-z0-9\-_+]*$/.test(symbols.name(names[slot]!))) continue;
    if (combines) {
      gather(valueAt(set, slot), args, found, done);
      continue;
    }
    const value = force(valueAt(set, slot));
    if (takeDerivation(value, found, done) || (value & 7) !== ATTRS) continue;
    const recurse = attribute(value, RECURSE);
    if (recurse !== undefined && forceBoolean(recurse)) gather(value, args, found, done);
  }
}

/** Whether the value is a derivation, so that there is nothing more to find in it. */
function takeDerivation(value: Handle, found: string[], done: Set<Handle>): boolean {
  if (!isDerivation(value)) return false;
  if (done.has(value)) return true;
  done.add(value);
  const name = attribute(value, NAME);
  if (name === undefined) throw fail("type", "derivation name missing");
  forcePlainText(name);
  const drvPath = attribute(value, DRV_PATH);
  if (drvPath === undefined) throw fail("eval", `'${forcePlainText(name)}' is not a derivation`);
  found.push(checkedPath(coerce(drvPath, new Gathered(), { more: false, copy: false })));
  return true;
}

function derivationOfText(value: Handle): string {
  const into = new Gathered();
  const text = coerce(value, into, { more: false, copy: false });
  const context = contextElements(into.context);
  return checkedPath(context.length === 1 ? derivationOfElement(context[0]!) : text);
}

function derivationOfElement(element: ContextElement): string {
  return element.startsWith("!") ? element.slice(element.indexOf("!", 1) + 1) : element.replace(/^=/, "");
}

function checkedPath(path: string): string {
  if (isDerivationPath(path) && isStorePath(settings.storeDir, path)) return path;
  throw fail("eval", `'${path}' is not a derivation`);
}
