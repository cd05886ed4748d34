/**
 * Compiled units from one run to the next. A file is the same if `stat` says what it said when it was compiled, or
 * else if its content has the same hash; a file that moved, or a copy of it elsewhere, is found by its hash as well.
 */

import { hash, randomUUID } from "node:crypto";
import type { SymbolTable } from "../../../syntax/symbols.ts";
import type { FileStat } from "../../files/files.ts";
import type { Unit } from "../unit.ts";
import {
  closePack,
  type FileRecord,
  openPacks,
  type Pack,
  readUnit,
  removeOldPacks,
  removePack,
  writePack,
} from "./pack.ts";
import { packUnit } from "./unit-format.ts";

/** A stamp is no proof for a file that changed as shortly as this before it was read, in seconds. */
const TOO_YOUNG = 3;
/** With more packs than this, they become one. */
const MOST_PACKS = 6;
/** The oldest packs go when all together are larger than this. */
const MOST_BYTES = 512 * 2 ** 20;

/** A unit that lies in a pack. */
export interface KeptUnit {
  readonly pack: Pack;
  readonly record: FileRecord;
}

/** What a content is known by. */
export function digestOf(content: Uint8Array): string {
  return hash("sha256", content, "base64url");
}

export interface CacheOptions {
  readonly folder: string;
  /** The time in seconds: files that changed just before it cannot be told from what they become right after. */
  readonly now: number;
}

export class UnitCache {
  readonly #options: CacheOptions;
  readonly #symbols: SymbolTable;
  #opened: readonly Pack[] | undefined;
  readonly #byFile = new Map<string, KeptUnit>();
  #byHash: Map<string, KeptUnit> | undefined;
  readonly #added: (readonly [FileRecord, Buffer])[] = [];

  constructor(options: CacheOptions, symbols: SymbolTable) {
    this.#options = options;
    this.#symbols = symbols;
  }

  /** Opened when a file is first asked for: many an expression needs none. */
  get #packs(): readonly Pack[] {
    if (this.#opened !== undefined) return this.#opened;
    this.#opened = openPacks(this.#options.folder);
    for (const pack of this.#opened) for (const record of pack.records) this.#byFile.set(record.file, { pack, record });
    return this.#opened;
  }

  /** The unit of a file that is the same as when it was compiled; `digest` gives that of its content, if it has to be known. */
  find(file: string, stat: FileStat, digest: () => string): KeptUnit | undefined {
    const packs = this.#packs;
    const known = this.#byFile.get(file);
    if (known !== undefined && known.record.stamp !== "" && known.record.stamp === stampOf(stat)) return known;
    if (packs.length === 0) return undefined;
    const same = this.#keptByHash(digest());
    if (same === undefined) return undefined;
    const bytes = readUnit(same.pack, same.record);
    if (bytes !== undefined) this.#added.push([this.#record(file, stat, digest()), bytes]);
    return same;
  }

  add(file: string, stat: FileStat, digest: string, unit: Unit): void {
    this.#added.push([this.#record(file, stat, digest), packUnit(unit, this.#symbols, digest)]);
  }

  /** Writes what is new, under a name that nobody else has. `leftOut` says which of some files may not be kept. */
  save(leftOut: (files: readonly string[]) => ReadonlySet<string> = () => new Set()): void {
    const { folder, now } = this.#options;
    if (this.#added.length === 0) return;
    const secrets = leftOut(this.#added.map(([{ file }]) => file));
    this.#added.splice(0, Infinity, ...this.#added.filter(([{ file }]) => !secrets.has(file)));
    const name = `${String(now).padStart(12, "0")}-${randomUUID()}`;
    if (this.#added.length === 0) return;
    if (this.#packs.length === 0) removeOldPacks(folder);
    if (this.#packs.length < MOST_PACKS) {
      writePack(folder, name, this.#added);
      this.#added.length = 0;
      return;
    }
    const all = new Map<string, readonly [FileRecord, Buffer]>();
    let size = 0;
    for (const [record, bytes] of this.#added) {
      all.set(record.file, [record, bytes]);
      size += bytes.length;
    }
    for (const pack of this.#packs.toReversed()) {
      for (const record of pack.records) {
        if (all.has(record.file) || size > MOST_BYTES) continue;
        const bytes = readUnit(pack, record);
        if (bytes === undefined) continue;
        all.set(record.file, [record, bytes]);
        size += bytes.length;
      }
    }
    writePack(folder, name, [...all.values()]);
    for (const pack of this.#packs) removePack(folder, pack.name);
    this.#added.length = 0;
  }

  close(): void {
    for (const pack of this.#opened ?? []) closePack(pack);
  }

  #keptByHash(digest: string): KeptUnit | undefined {
    if (this.#byHash === undefined) {
      this.#byHash = new Map();
      for (const pack of this.#packs) {
        for (const record of pack.records) this.#byHash.set(record.hash, { pack, record });
      }
    }
    return this.#byHash.get(digest);
  }

  #record(file: string, stat: FileStat, digest: string): FileRecord {
    const isYoung = Math.max(stat.changed, stat.modified) / 1000 > this.#options.now - TOO_YOUNG;
    return { file, stamp: isYoung ? "" : stampOf(stat), hash: digest, start: 0, length: 0 };
  }
}

/** What tells a file from another one, and from what it was, without reading it. */
export function stampOf({ size, modified, changed, number, device }: FileStat): string {
  return `${size}:${modified}:${changed}:${device}:${number}`;
}
