/** Bindings and elements that are about a host: the same for another one beside them, and taken away again. */

import { Edit, Node, type Ref, type Tree } from "@nivose/nix/syntax";
import { SourceFile } from "../../check/source/source-file.ts";
import { type Beside, insertItem, itemsOf, removeItem } from "../edit/items.ts";
import { nixString } from "../nix.ts";
import type { HostItem } from "./said-host.ts";
import { type Renaming, renamed, renamedText } from "./renaming.ts";
import { isSystem } from "./systems.ts";

export interface Clone {
  readonly renamings: readonly Renaming[];
  /** The platform of the model, if it is said there, and of the new host; empty if that stays. */
  readonly system: { readonly from: string | undefined; readonly to: string };
  readonly address: string | undefined;
  /** By their names, the items of hosts in the same collection, in its order. */
  readonly siblings: (item: HostItem) => ReadonlyMap<Ref, string>;
}

export interface ClonedText {
  readonly text: string;
  /** What could not be the model's, and nobody has said: addresses and keys. */
  readonly missing: readonly string[];
}

/** The text of an item for another host, with its lines as if it stood at the margin. */
export function clonedText({ file, item }: HostItem, { renamings, system, address }: Clone): ClonedText {
  const splices = [...renamed(file, item, renamings)];
  const missing: string[] = [];
  for (const range of stringsIn(file.tree, item)) {
    const text = Buffer.from(file.bytes.subarray(range.start, range.end)).toString();
    const inner = text.slice(1, -1);
    if (isSystem(inner) && inner === (system.from ?? inner) && ![inner, ""].includes(system.to))
      splices.push(Edit.replace(range, nixString(system.to)));
    else if (isAddress(inner) && address !== undefined) splices.push(Edit.replace(range, nixString(address)));
    else if (isAddress(inner) || isKey(inner)) missing.push(inner);
    // one with the host's name in it is renamed
    else if (renamedText(inner, renamings) === inner && isReachedBy(file, range.start, inner)) {
      if (address === undefined) missing.push(inner);
      else splices.push(Edit.replace(range, nixString(inner.replace(/[^@/]+$/u, () => address))));
    }
  }
  // `legacyPackages.x86_64-linux`
  for (const ref of namesIn(file.tree, item)) {
    const text = file.tree.text(ref);
    if (isSystem(text) && text === (system.from ?? text) && ![text, ""].includes(system.to))
      splices.push(Edit.replace(file.tree.range(ref), system.to));
  }
  const { start, end } = file.tree.range(item);
  const moved = splices.map((splice) => ({ ...splice, start: splice.start - start, end: splice.end - start }));
  const bytes = Edit.applySplices(file.bytes.subarray(start, end), moved);
  return { text: atMargin(file, start, Buffer.from(bytes).toString()), missing };
}

/** The file with `text` behind those of the hosts that go before it. */
export function insertBeside(item: HostItem, name: string, text: string, clone: Clone): SourceFile {
  const { file, collection } = item;
  const sorted = placeAmongSorted(item, text);
  if (sorted !== undefined) return insertItem(file, collection, text, sorted);
  const siblings = [...clone.siblings(item)];
  const names = siblings.map(([, each]) => each);
  const isSorted = names.length > 2 && names.every((each, index) => index === 0 || names[index - 1]! <= each);
  const before = isSorted ? siblings.filter(([, each]) => each < name) : siblings;
  const [after] = (before.length > 0 ? before : siblings).at(-1) ?? [itemsOf(file.tree, collection).at(-1)!];
  const gap = gapBehind(file, collection, after);
  return insertItem(file, collection, text, gap === undefined ? { after } : { after, gap });
}

/** Where it belongs among those that lie between marks of keep-sorted, if the item does. */
function placeAmongSorted({ file: { tree }, collection, item }: HostItem, text: string): Beside | undefined {
  const items = itemsOf(tree, collection);
  const source = Buffer.from(tree.source).toString("latin1");
  const start = source.lastIndexOf("keep-sorted start", tree.start(item));
  const end = source.indexOf("keep-sorted end", tree.end(item));
  if (start < tree.start(collection) || end < 0 || end > tree.end(collection)) return undefined;
  if (source.slice(start, tree.start(item)).includes("keep-sorted end")) return undefined;
  const block = items.filter((each) => tree.start(each) > start && tree.end(each) <= end);
  const isApart = /\bnewline_separated=yes\b/u.test(source.slice(start, source.indexOf("\n", start)));
  const above = block.findLast((each) => tree.text(each) < text);
  return above === undefined ? { before: block[0]!, gap: isApart } : { after: above, gap: isApart };
}

/** Whether an empty line is between an item and the next: taken away again, what is new leaves what was there. */
function gapBehind({ tree }: SourceFile, collection: Ref, item: Ref): boolean | undefined {
  const items = itemsOf(tree, collection);
  const next = items[items.indexOf(item) + 1];
  if (next === undefined) return undefined;
  return /\n[ \t]*\r?\n/u.test(Buffer.from(tree.source.subarray(tree.end(item), tree.start(next))).toString("latin1"));
}

/** Several items of one collection, the last one first. */
export function removeItems(file: SourceFile, collection: Ref, items: readonly Ref[]): SourceFile {
  const start = file.tree.start(collection);
  const offsets = items.map((item) => file.tree.start(item)).toSorted((one, other) => other - one);
  let now = file;
  for (const offset of offsets) {
    const found = nodeAt(now, start, new Set([Node.AttrSet, Node.List, Node.Let]));
    const item =
      found === undefined ? undefined : itemsOf(now.tree, found).find((each) => now.tree.start(each) === offset);
    if (found !== undefined && item !== undefined) now = removeItem(now, found, item);
  }
  return now;
}

function nodeAt({ tree }: SourceFile, start: number, kinds: ReadonlySet<number>): Ref | undefined {
  return tree.pathTo(start).find((ref) => kinds.has(tree.kind(ref)) && tree.start(ref) === start);
}

/** Several changes of one file, each made from the file as it is. */
export function together(file: SourceFile, changed: readonly SourceFile[]): SourceFile {
  const splices = changed.flatMap((each) => Edit.spliceBetween(file.bytes, each.bytes) ?? []);
  return new SourceFile(file.name, Edit.applySplices(file.bytes, splices));
}

function atMargin(file: SourceFile, start: number, text: string): string {
  const source = Buffer.from(file.bytes).toString("latin1");
  const line = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
  const indent = /^[ \t]*/u.exec(line)![0];
  return text
    .split("\n")
    .map((each, index) => (index > 0 && each.startsWith(indent) ? each.slice(indent.length) : each))
    .join("\n");
}

/** Strings without anything computed in them. */
function* stringsIn(tree: Tree, ref: Ref): Generator<{ start: number; end: number }> {
  if (ref === 0 || tree.isToken(ref)) return;
  const text = tree.text(ref);
  if (/^"[^"\n$\\]*"$/u.test(text)) {
    yield tree.range(ref);
    return;
  }
  for (const child of tree.children(ref)) yield* stringsIn(tree, child);
}

/** What is selected from something by a name that is written without quotes. */
function namesIn(tree: Tree, ref: Ref): readonly Ref[] {
  if (ref === 0 || tree.isToken(ref)) return [];
  const names = tree.kind(ref) === Node.Select ? tree.children(tree.child(ref, 1)) : [];
  return [
    ...names.filter((name) => tree.isToken(name)),
    ...tree.children(ref).flatMap((child) => namesIn(tree, child)),
  ];
}

function isAddress(text: string): boolean {
  return (
    /^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d+)?$/u.test(text) || /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}(?:\/\d+)?$/iu.test(text)
  );
}

/** `targetHost = "root@mail.example.org";`: what lies there is one machine's alone, as an address is. */
function isReachedBy({ tree }: SourceFile, start: number, text: string): boolean {
  if (!/^(?:[\w+]+:\/\/)?(?:[\w.-]+@)?(?:[\w-]+\.)+[\w-]+$/u.test(text)) return false;
  const binding = tree.pathTo(start).findLast((ref) => tree.kind(ref) === Node.Binding);
  const name = binding === undefined ? undefined : tree.children(tree.child(binding, 0)).at(-1);
  return name !== undefined && /^(?:targetHost|hostname|sshHost(?:name)?|address|ip(?:v[46])?)$/u.test(tree.text(name));
}

function isKey(text: string): boolean {
  return /^(?:ssh-|ecdsa-|age1|AAAA)|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/u.test(text);
}
