/** Settings in a module that is there: added where their neighbours stand, and taken away again. */

import { Node, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import { isBelow } from "../../../check/hosts/defined.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { isSettings, type Settings, type Value } from "../../../services/settings.ts";
import { setsOf } from "../../edit/attributes.ts";
import { insertItem, itemsOf, removeItem } from "../../edit/items.ts";
import { binding, elementOf, nixOf } from "../../../services/written.ts";
import { configPrefix, moduleSet, optionAt } from "./module-body.ts";

export type Defined =
  | { readonly ok: true; readonly file: SourceFile }
  /** Where something else is said. */
  | { readonly ok: false; readonly option: readonly string[]; readonly at: Ref };

/** `comment` is written above what is new, if it is a binding of its own. */
export function define(file: SourceFile, option: readonly string[], value: Value, comment?: string): Defined {
  const found = option.length === 0 ? undefined : optionAt(file, option);
  if (found === undefined)
    // beside what else is said below it, in its own way
    return isSettings(value) && saysBelow(file, option)
      ? defineAll(file, option, value)
      : insert(file, option, value, comment);
  const list = literalList(file.tree, found.value);
  if (Array.isArray(value) && list !== undefined) return { ok: true, file: withItems(file, list, value) };
  if (isSettings(value) && setsOf(file.tree, found.value).length === 1) return defineAll(file, option, value);
  return file.text(found.value) === nixOf(value) ? { ok: true, file } : { ok: false, option, at: found.value };
}

export function defineAll(file: SourceFile, below: readonly string[], settings: Settings): Defined {
  let current = file;
  for (const [name, value] of Object.entries(settings)) {
    const next = define(current, [...below, name], value);
    if (!next.ok) return next;
    current = next.file;
  }
  return { ok: true, file: current };
}

/** The inverse. What is not there, or is not as it was written, stays; so does what others have in the same list. */
export function undefine(file: SourceFile, option: readonly string[], value: Value): SourceFile {
  const found = optionAt(file, option);
  if (found === undefined)
    return isSettings(value) && saysBelow(file, option) ? undefineAll(file, option, value) : file;
  const list = literalList(file.tree, found.value);
  if (Array.isArray(value) && list !== undefined) return withoutItems(file, option, value);
  if (isSettings(value)) return withoutEmpty(undefineAll(file, option, value), option);
  return sameText(file.text(found.value), nixOf(value)) ? removeItem(file, found.set, found.binding) : file;
}

export function undefineAll(file: SourceFile, below: readonly string[], settings: Settings): SourceFile {
  let current = file;
  for (const [name, value] of Object.entries(settings)) current = undefine(current, [...below, name], value);
  return current;
}

/** A setting and all that is said below it: `services.x.enable = true; services.x.settings.y = …;` */
export function removeAll(file: SourceFile, option: readonly string[]): SourceFile {
  let current = remove(file, option);
  for (;;) {
    const next = current.definitions.find(
      ({ path }) => path.length > option.length && option.every((part, index) => path[index] === part),
    );
    if (next === undefined || next.path.includes(undefined)) return current;
    const after = remove(current, next.path as readonly string[]);
    if (after === current) return current;
    current = after;
  }
}

/** What is said at a setting and below it, as texts. */
export function textsBelow(file: SourceFile, option: readonly string[]): readonly string[] {
  return file.definitions.filter(({ path }) => isBelow(path, option)).map(({ value }) => file.text(value));
}

/** A setting, whatever it is. */
function remove(file: SourceFile, option: readonly string[]): SourceFile {
  const found = optionAt(file, option);
  return found === undefined ? file : removeItem(file, found.set, found.binding);
}

function saysBelow(file: SourceFile, option: readonly string[]): boolean {
  return file.definitions.some(
    ({ path }) => path.length > option.length && option.every((name, index) => path[index] === name),
  );
}

/** In the innermost set that is there already. */
function insert(file: SourceFile, option: readonly string[], value: Value, comment: string | undefined): Defined {
  const note = comment === undefined ? "" : `${comment}\n`;
  for (let length = option.length - 1; length > 0; length--) {
    const outer = optionAt(file, option.slice(0, length));
    if (outer === undefined) continue;
    const sets = setsOf(file.tree, outer.value);
    if (sets.length !== 1) return { ok: false, option: option.slice(0, length), at: outer.value };
    return { ok: true, file: insertItem(file, sets[0]!, note + binding(option.slice(length), value)) };
  }
  const prefix = configPrefix(file);
  const config = prefix.length === 0 ? undefined : optionAt(file, []);
  const body = config === undefined ? moduleSet(file) : setsOf(file.tree, config.value)[0];
  if (body === undefined) return { ok: false, option, at: file.expression };
  const path = config === undefined ? [...prefix, ...option] : option;
  return { ok: true, file: insertItem(file, body, note + binding(path, value)) };
}

function literalList(tree: Tree, ref: Ref): Ref | undefined {
  if (tree.isToken(ref)) return undefined;
  const node = view(tree, ref);
  if (node.kind === "list") return ref;
  if (node.kind === "with" || node.kind === "let") return literalList(tree, node.body);
  if (node.kind === "paren") return literalList(tree, node.expression);
  // more may be added to a sum on either side
  return node.kind === "binary" && node.operator === Token.Concat
    ? (literalList(tree, node.left) ?? literalList(tree, node.right))
    : undefined;
}

function withItems(file: SourceFile, list: Ref, values: readonly Value[]): SourceFile {
  let current = file;
  const start = file.tree.start(list);
  for (const value of values) {
    const here = listAt(current.tree, start);
    const text = elementOf(value);
    if (itemsOf(current.tree, here).some((item) => sameText(current.text(item), text))) continue;
    current = insertItem(current, here, text);
  }
  return current;
}

function withoutItems(file: SourceFile, option: readonly string[], values: readonly Value[]): SourceFile {
  let current = file;
  for (const value of values) {
    const found = optionAt(current, option);
    const list = found === undefined ? undefined : literalList(current.tree, found.value);
    if (found === undefined || list === undefined) return current;
    const items = itemsOf(current.tree, list);
    const item = items.find((each) => sameText(current.text(each), elementOf(value)));
    if (item === undefined) continue;
    // a list of nothing else was written along with it
    current = items.length === 1 ? removeItem(current, found.set, found.binding) : removeItem(current, list, item);
  }
  return current;
}

function withoutEmpty(file: SourceFile, option: readonly string[]): SourceFile {
  const found = optionAt(file, option);
  if (found === undefined || file.tree.kind(found.value) !== Node.AttrSet) return file;
  return itemsOf(file.tree, found.value).length === 0 ? removeItem(file, found.set, found.binding) : file;
}

function listAt(tree: Tree, start: number): Ref {
  const find = (ref: Ref): Ref | undefined => {
    if (tree.isToken(ref) || tree.start(ref) > start || tree.end(ref) <= start) return undefined;
    if (tree.kind(ref) === Node.List && tree.start(ref) === start) return ref;
    return tree
      .children(ref)
      .map((child) => (child === 0 ? undefined : find(child)))
      .find((each) => each !== undefined);
  };
  return find(tree.root)!;
}

/** The same but for layout. */
export function sameText(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll(/\s+/gu, "");
  return plain(one) === plain(other);
}
