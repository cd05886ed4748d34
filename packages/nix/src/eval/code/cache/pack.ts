/**
 * Packs: files of compiled units. One is written at the end of a run that compiled something new, beside its place and
 * then renamed, and never changes: two processes can do so at the same time. What cannot be read is as if it were not
 * there. Units come first, then the list of them as JSON lines, and at the very end where the list begins.
 */

import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writevSync,
} from "node:fs";

import path from "node:path";

/** What is known of a file that was compiled. */
export interface FileRecord {
  readonly file: string;
  /** What `stat` said: if it says so again, the file is the same. Empty if it was too young to tell. */
  readonly stamp: string;
  /** The SHA-256 of its content. */
  readonly hash: string;
  readonly start: number;
  readonly length: number;
}

export interface Pack {
  readonly name: string;
  readonly descriptor: number;
  readonly size: number;
  readonly records: readonly FileRecord[];
}

const SUFFIX = ".units";
const FOOTER = 24;

/** Opens all packs of a folder. */
export function openPacks(folder: string): Pack[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(SUFFIX));
  } catch {
    return [];
  }
  return names.toSorted().flatMap((name) => openPack(folder, name) ?? []);
}

function openPack(folder: string, name: string): Pack | undefined {
  try {
    // not to wait for somebody who writes into a pipe
    const descriptor = openSync(path.join(folder, name), constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(descriptor);
    const { size } = stat;
    if (!stat.isFile() || size < FOOTER) {
      closeSync(descriptor);
      return undefined;
    }
    const footer = Buffer.alloc(FOOTER);
    readSync(descriptor, footer, 0, FOOTER, size - FOOTER);
    const start = Number.parseInt(footer.toString("latin1"), 10);
    const list = Buffer.alloc(size - FOOTER - start);
    readSync(descriptor, list, 0, list.length, start);
    return { name, descriptor, size, records: parseRecords(list.toString("utf8")) };
  } catch {
    return undefined;
  }
}

export function closePack({ descriptor }: Pack): void {
  closeSync(descriptor);
}

/** Reads a unit to a place in some bytes. Whether that could be done. */
export function readUnitInto(bytes: Uint8Array, at: number, pack: Pack, { start, length }: FileRecord): boolean {
  try {
    return readSync(pack.descriptor, bytes, at, length, start) === length;
  } catch {
    return false;
  }
}

/** The bytes of a unit; nothing if they are not there any more. */
export function readUnit(pack: Pack, record: FileRecord): Buffer | undefined {
  const bytes = Buffer.allocUnsafeSlow(record.length);
  return readUnitInto(bytes, 0, pack, record) ? bytes : undefined;
}

/** Writes a pack under a name that sorts behind those that are there. Tells nobody if that cannot be done. */
export function writePack(folder: string, name: string, units: readonly (readonly [FileRecord, Buffer])[]): void {
  const parts: Buffer[] = [];
  const lines: string[] = [];
  let start = 0;
  for (const [{ file, stamp, hash }, bytes] of units) {
    parts.push(bytes);
    lines.push([start, bytes.length, hash, stamp, file].join(" "));
    start += bytes.length;
  }
  parts.push(Buffer.from(lines.join("\0")), Buffer.from(String(start).padEnd(FOOTER)));
  const target = path.join(folder, `${name}${SUFFIX}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeParts(`${target}.new`, parts);
    renameSync(`${target}.new`, target);
  } catch {
    removePack(folder, `${name}${SUFFIX}.new`);
  }
}

/** As many at once as every system takes. */
const MOST_PARTS = 512;

/** Writes a new file out of parts, which are not put together before: they are as much as all that was compiled. */
function writeParts(file: string, parts: readonly Buffer[]): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    for (let first = 0; first < parts.length; first += MOST_PARTS) {
      const some = parts.slice(first, first + MOST_PARTS);
      const size = some.reduce((sum, part) => sum + part.length, 0);
      const written = writevSync(descriptor, some);
      if (written < size) writeFileSync(descriptor, Buffer.concat(some).subarray(written));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** How many folders of packs may stand beside each other: one for each version of the program that was used lately. */
const MOST_FOLDERS = 3;
const FOLDER_NAME = /^[0-9a-f]{16}$/;

/** Packs, and what `engine/kept-script.ts` keeps beside them. */
const OURS = /\.units(?:\.new)?$|\.code(?:-[0-9a-f-]+)?$/;

/**
 * Makes room for a new folder of packs among its neighbours, the oldest of which lose theirs. Nothing but what was put
 * there is ever removed, and a folder only if it is empty then.
 */
export function removeOldPacks(folder: string): void {
  const around = path.dirname(folder);
  try {
    const neighbours = readdirSync(around).filter((name) => FOLDER_NAME.test(name) && name !== path.basename(folder));
    const folders = neighbours.map((name) => path.join(around, name));
    const byAge = folders.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    for (const old of byAge.slice(MOST_FOLDERS - 1)) {
      for (const name of readdirSync(old).filter((each) => OURS.test(each))) removePack(old, name);
      rmdirSync(old);
    }
  } catch {
    // there are none, or they are not ours to remove
  }
}

export function removePack(folder: string, name: string): void {
  try {
    unlinkSync(path.join(folder, name));
  } catch {
    // somebody else was faster, or the folder cannot be written to: there is nothing to mend
  }
}

function parseRecords(list: string): FileRecord[] {
  if (list === "") return [];
  return list.split("\0").map((line) => {
    const fields = line.split(" ", 4);
    const [start, length, hash, stamp] = fields;
    const file = line.slice(fields.join(" ").length + 1);
    return { start: Number(start), length: Number(length), hash: hash!, stamp: stamp!, file };
  });
}
