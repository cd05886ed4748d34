/**
 * Contexts of strings: which store paths a text refers to. Most strings have none (context 0). Every element has a
 * number, a context is an ascending list of them, and equal contexts are one and the same, so joining the contexts of
 * two strings is a look-up nearly always. Contexts are few and outlive the evaluation that made them.
 */

import { enlarged } from "../../syntax/enlarged.ts";

export type ContextId = number;
export const NO_CONTEXT: ContextId = 0;

/**
 * An element of a context, written as Nix writes it: a store path, `=` and a derivation's path for all that it needs
 * to be built, or `!output!` and a derivation's path for one of its outputs.
 */
export type ContextElement = string;

/** The same, taken apart. */
export interface ContextPart {
  readonly kind: "path" | "closure" | "output";
  readonly path: string;
  /** Of a derivation. */
  readonly output: string;
}

type ElementId = number;

interface Context {
  readonly elements: Int32Array;
  /** In the order of their bytes; made when first asked for. */
  texts: readonly ContextElement[] | undefined;
}

const texts: ContextElement[] = [];
const parts: ContextPart[] = [];
const elementIds = new Map<ContextElement, ElementId>();

const contexts: Context[] = [{ elements: new Int32Array(0), texts: [] }];
/** Contexts with the same hash: the last one that was made; the one before it in `earlier`. */
const byHash = new Map<number, ContextId>([[0, NO_CONTEXT]]);
const earlier: ContextId[] = [-1];
const unions = new Map<number, ContextId>();
/** By element: the context that has nothing else. */
const alone: (ContextId | undefined)[] = [];

let gathered = new Int32Array(256);
/** By element: when it was gathered last. */
let gatheredIn = new Int32Array(1024);
let gathering = 0;

/** The elements of a context, in the order of their bytes. */
export function contextElements(context: ContextId): readonly ContextElement[] {
  const known = contexts[context]!;
  return (known.texts ??= Array.from(known.elements, (element) => texts[element]!).sort());
}

/** The elements of several contexts, each once, in no particular order. */
export function partsOfAll(all: readonly ContextId[]): ContextPart[] {
  const found: ContextPart[] = [];
  for (const element of elementsOfAll(all)) found.push(parts[element]!);
  return found;
}

export function contextFrom(elements: Iterable<ContextElement>): ContextId {
  return intern(Int32Array.from(new Set(Array.from(elements, elementId))).sort());
}

/** The context that has just one element. */
export function contextOfOne(element: ContextElement): ContextId {
  const id = elementId(element);
  return (alone[id] ??= intern(Int32Array.of(id)));
}

export function joinAll(all: readonly ContextId[]): ContextId {
  return intern(elementsOfAll(all).slice().sort());
}

export function joinContexts(a: ContextId, b: ContextId): ContextId {
  if (a === b || b === NO_CONTEXT) return a;
  if (a === NO_CONTEXT) return b;
  const key = a < b ? a * 0x400_0000 + b : b * 0x400_0000 + a;
  let union = unions.get(key);
  if (union === undefined) unions.set(key, (union = intern(merge(contexts[a]!.elements, contexts[b]!.elements))));
  return union;
}

/** Each element of several contexts once, good until it is asked for again. */
function elementsOfAll(all: readonly ContextId[]): Int32Array {
  gathering++;
  let count = 0;
  for (const context of all) {
    const { elements } = contexts[context]!;
    if (count + elements.length > gathered.length) gathered = enlarged(gathered, count + elements.length);
    for (let index = 0; index < elements.length; index++) {
      const element = elements[index]!;
      if (element >= gatheredIn.length) gatheredIn = enlarged(gatheredIn, texts.length);
      if (gatheredIn[element] === gathering) continue;
      gatheredIn[element] = gathering;
      gathered[count++] = element;
    }
  }
  return gathered.subarray(0, count);
}

function elementId(element: ContextElement): ElementId {
  const known = elementIds.get(element);
  if (known !== undefined) return known;
  const id = texts.length;
  texts.push(element);
  parts.push(partOf(element));
  elementIds.set(element, id);
  return id;
}

function partOf(element: ContextElement): ContextPart {
  if (element.startsWith("=")) return { kind: "closure", path: element.slice(1), output: "" };
  if (!element.startsWith("!")) return { kind: "path", path: element, output: "" };
  const end = element.indexOf("!", 1);
  return { kind: "output", path: element.slice(end + 1), output: element.slice(1, end) };
}

function merge(a: Int32Array, b: Int32Array): Int32Array {
  const merged = new Int32Array(a.length + b.length);
  let count = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const mine = a[left]!;
    const theirs = b[right]!;
    if (mine <= theirs) left++;
    if (theirs <= mine) right++;
    merged[count++] = mine < theirs ? mine : theirs;
  }
  while (left < a.length) merged[count++] = a[left++]!;
  while (right < b.length) merged[count++] = b[right++]!;
  return merged.subarray(0, count);
}

function intern(elements: Int32Array): ContextId {
  let hash = 0;
  for (let index = 0; index < elements.length; index++) hash = (Math.imul(hash, 31) + elements[index]! + 1) | 0;
  for (let id = byHash.get(hash) ?? -1; id >= 0; id = earlier[id]!) {
    if (isSame(contexts[id]!.elements, elements)) return id;
  }
  const id = contexts.length;
  contexts.push({ elements: elements.slice(), texts: undefined });
  earlier.push(byHash.get(hash) ?? -1);
  byHash.set(hash, id);
  return id;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
