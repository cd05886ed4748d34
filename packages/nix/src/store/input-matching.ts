/** Which inputs of one derivation play the role of which inputs of another: those of the same name, as far as possible. */

import { nameOf } from "./store-path.ts";

export interface Pair {
  readonly a: string;
  readonly b: string;
}

export interface Matching {
  /** Different paths that are taken for versions of the same thing. */
  readonly pairs: readonly Pair[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/** What is on both sides is left out. */
export function matchInputs(a: readonly string[], b: readonly string[]): Matching {
  const [inA, inB] = [new Set(a), new Set(b)];
  let onlyA = a.filter((path) => !inB.has(path));
  let onlyB = b.filter((path) => !inA.has(path));
  const pairs: Pair[] = [];
  for (const keyOf of [nameOf, nameWithoutVersion, () => ""]) {
    const groups = new Map<string, { readonly a: string[]; readonly b: string[] }>();
    const groupOf = (path: string): { readonly a: string[]; readonly b: string[] } => {
      const key = keyOf(path);
      if (!groups.has(key)) groups.set(key, { a: [], b: [] });
      return groups.get(key)!;
    };
    for (const path of onlyA) groupOf(path).a.push(path);
    for (const path of onlyB) groupOf(path).b.push(path);
    // of several with one name, none is more like another than the others are
    const matched = [...groups.values()].filter((group) => group.a.length === group.b.length);
    for (const group of matched) group.a.forEach((path, index) => pairs.push({ a: path, b: group.b[index]! }));
    const [doneA, doneB] = [new Set(pairs.map((pair) => pair.a)), new Set(pairs.map((pair) => pair.b))];
    onlyA = onlyA.filter((path) => !doneA.has(path));
    onlyB = onlyB.filter((path) => !doneB.has(path));
    if (keyOf === nameWithoutVersion && (onlyA.length > 1 || onlyB.length > 1)) break;
  }
  return { pairs, onlyA, onlyB };
}

/** `hello` of `hello-2.12.1`: the version starts behind the first dash that no letter follows. */
function nameWithoutVersion(path: string): string {
  return nameOf(path).replace(/-[^a-zA-Z].*$/, "");
}
