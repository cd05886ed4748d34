/** The order of bytes, in which derivations list everything. Most of what comes is in it already, and is only looked at. */

/** Orders a map by its keys; one that is in order is handed back. */
export function inOrder<Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  let last = "";
  for (const key of map.keys()) {
    if (key < last) return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
    last = key;
  }
  return map;
}

/** A set as a list in order; one that is in order is handed back. */
export function sortedSet(list: readonly string[]): readonly string[] {
  for (let at = 1; at < list.length; at++) {
    if (list[at - 1]! >= list[at]!) return [...new Set(list)].sort();
  }
  return list;
}
