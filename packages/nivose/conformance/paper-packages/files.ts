/** Entries as files: `top.json`, and one for each large set of packages, which may tell only in what it differs. */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Entry, Members } from "./entries.ts";

type Names = Readonly<Record<string, Entry>>;
interface Base {
  readonly file: string;
  readonly names: Names;
  readonly shapes: readonly string[];
}

/** A set with more members has a file of its own. */
const SMALL = 25;
/** A set is told as the difference to another one when that is at most such a part of it. */
const LIKE = 0.35;

export function writePackages(folder: string, top: Names): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, "sets"), { recursive: true });
  const files = new Map<string, { readonly file: string; readonly names: Names }>();
  const names = Object.fromEntries(Object.entries(top).map(([name, entry]) => [name, takenOut([name], entry, files)]));
  const bases: Base[] = [];
  for (const { file, names } of files.values()) {
    const base = nearest(names, bases);
    const shapes = write(path.join(folder, "sets", `${file}.json`), names, base);
    if (base === undefined) bases.push({ file, names, shapes });
  }
  write(path.join(folder, "top.json"), names, undefined);
  return files.size;
}

/** The entry with every large set in it replaced by the name of its file. */
function takenOut(
  place: readonly string[],
  entry: Entry,
  files: Map<string, { readonly file: string; readonly names: Names }>,
): Entry {
  if (!isSet(entry)) return entry;
  const names = Object.fromEntries(
    Object.entries(entry.members).map(([name, member]) => [name, takenOut([...place, name], member, files)]),
  );
  if (Object.keys(names).length <= SMALL) return { members: names };
  const key = JSON.stringify(names);
  let known = files.get(key);
  if (known === undefined) files.set(key, (known = { file: place.join("."), names }));
  return { set: known.file };
}

function nearest(names: Names, bases: readonly Base[]): Base | undefined {
  const size = Object.keys(names).length;
  let best: Base | undefined;
  let least = LIKE * size;
  for (const base of bases) {
    const same = Object.entries(names).filter(([name, entry]) => isEqual(base.names[name], entry)).length;
    const absent = Object.keys(base.names).filter((name) => !(name in names)).length;
    const cost = size - same + absent;
    if (cost < least) [best, least] = [base, cost];
  }
  return best;
}

/** Writes a file, and gives the shapes in the order of their numbers. */
function write(file: string, names: Names, base: Base | undefined): readonly string[] {
  const own = Object.entries(names).filter(([name, entry]) => !isEqual(base?.names[name], entry));
  const shapes = [...(base?.shapes ?? [])];
  const counts = new Map<string, number>();
  for (const [, entry] of own) count(entry, counts);
  const added = [...counts.keys()].filter((shape) => !shapes.includes(shape));
  added.sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
  shapes.push(...added);
  const numbers = new Map(shapes.map((shape, index) => [shape, index]));
  const lines = own
    .map(([name, entry]): [string, unknown] => [name, numbered(entry, numbers)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`);
  const without = base === undefined ? [] : Object.keys(base.names).filter((name) => !(name in names));
  const like =
    base === undefined ? "" : `"like":${JSON.stringify(base.file)},\n"without":${JSON.stringify(without)},\n`;
  const texts = added.map((shape) => JSON.stringify(shape));
  writeFileSync(file, `{${like}"shapes":[\n${texts.join(",\n")}\n],\n"names":{\n${lines.join(",\n")}\n}}\n`);
  return shapes;
}

function count(entry: Entry, counts: Map<string, number>): void {
  if (typeof entry === "string") return;
  if ("shape" in entry) counts.set(entry.shape, (counts.get(entry.shape) ?? 0) + 1);
  else if (isSet(entry)) for (const member of Object.values(entry.members)) count(member, counts);
}

function numbered(entry: Entry, numbers: ReadonlyMap<string, number>): unknown {
  if (typeof entry !== "string" && "shape" in entry) return numbers.get(entry.shape);
  if (!isSet(entry)) return entry;
  return {
    members: Object.fromEntries(
      Object.entries(entry.members).map(([name, member]) => [name, numbered(member, numbers)]),
    ),
  };
}

function isSet(entry: Entry): entry is Members {
  return typeof entry !== "string" && "members" in entry;
}

function isEqual(a: Entry | undefined, b: Entry): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
