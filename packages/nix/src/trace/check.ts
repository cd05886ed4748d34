/**
 * Whether an answer still holds: whether all that was read of sources is what it was. Several traces are checked together,
 * because the hosts of a fleet read the same files. Everything is looked at once, so a checker is for one moment.
 */

import { existsSync, lstatSync, readFileSync, readlinkSync, type Stats } from "node:fs";
import { makeSourcePath } from "../store/make-path.ts";
import { hashPartOf, nameOf } from "../store/store-path.ts";
import { parseSriHash } from "../store/hash-text.ts";
import { contentDigest, namesDigest, stampOfFile } from "./digest.ts";
import { type Environment, isStillThere, SourceNow } from "./tracked-tree.ts";
import type { Read, ReadType, SourceTrace, Trace } from "./trace.ts";

export class TraceChecker {
  readonly #environment: Environment;
  readonly #sources = new Map<string, SourceNow | undefined>();
  readonly #stats = new Map<string, Stats | undefined>();
  readonly #contents = new Map<string, string>();
  readonly #names = new Map<string, string>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The first thing that is not what it was, as a path; nothing if the answer holds. */
  findChange(trace: Trace): string | undefined {
    for (const [place, isThere] of Object.entries(trace.around ?? {}))
      if (existsSync(native(place)) !== isThere) return place;
    for (const source of trace.sources) {
      const now = this.#sourceNow(source);
      if (now === undefined) return source.folder;
      for (const [path, read] of Object.entries(source.reads)) {
        const place = path === "" ? source.folder : `${source.folder}/${path}`;
        if (!this.#holds(now, path, place, read)) return place;
      }
      if (!isWhole(now, source)) return source.folder;
    }
    return undefined;
  }

  /** The hashes that sources had in their store paths, and those that they have now, where these differ. */
  movedHashes(trace: Trace): ReadonlyMap<string, string> {
    const moved = new Map<string, string>();
    for (const source of trace.sources) {
      const narHash = this.#sourceNow(source)?.narHash(source);
      if (narHash === undefined) continue;
      const store = source.storePath.slice(0, source.storePath.lastIndexOf("/"));
      const path = makeSourcePath(store, nameOf(source.storePath), parseSriHash(narHash));
      if (path !== source.storePath) moved.set(hashPartOf(source.storePath), hashPartOf(path));
    }
    return moved;
  }

  #sourceNow({ folder, kind }: SourceTrace): SourceNow | undefined {
    const key = `${kind} ${folder}`;
    if (!this.#sources.has(key))
      this.#sources.set(key, isStillThere(folder, kind) ? new SourceNow(folder, kind, this.#environment) : undefined);
    return this.#sources.get(key);
  }

  #holds(now: SourceNow, path: string, place: string, read: Read): boolean {
    const stat = now.isPart(path) ? this.#statOf(place) : undefined;
    if (read.type !== undefined && read.type !== typeOf(stat)) return false;
    if (read.isExecutable !== undefined && read.isExecutable !== ((stat?.mode ?? 0) & 0o100) > 0) return false;
    if (read.content !== undefined && !this.#hasContent(place, stat, read)) return false;
    if (read.target !== undefined && !(stat?.isSymbolicLink() === true && targetOf(place) === read.target))
      return false;
    return read.names === undefined || (stat?.isDirectory() === true && this.#namesIn(now, path, place) === read.names);
  }

  #hasContent(place: string, stat: Stats | undefined, { content, stamp }: Read): boolean {
    if (stat === undefined || stat.isDirectory()) return false;
    if (stamp !== undefined && stampOfFile(stat) === stamp) return true;
    let found = this.#contents.get(place);
    if (found === undefined) this.#contents.set(place, (found = contentDigest(readFileSync(native(place)))));
    return found === content;
  }

  #namesIn(now: SourceNow, path: string, place: string): string {
    let found = this.#names.get(place);
    if (found === undefined) this.#names.set(place, (found = namesDigest(now.names(path))));
    return found;
  }

  #statOf(place: string): Stats | undefined {
    if (!this.#stats.has(place)) this.#stats.set(place, lstatSync(native(place), { throwIfNoEntry: false }));
    return this.#stats.get(place);
  }
}

function isWhole(now: SourceNow, source: SourceTrace): boolean {
  const { whole, narHash } = source;
  if (whole === undefined) return true;
  if (now.head !== whole.head || now.isDirty !== whole.isDirty || now.modified !== whole.modified) return false;
  return now.narHash(source) === narHash;
}

function typeOf(stat: Stats | undefined): ReadType {
  if (stat === undefined) return "nothing";
  if (stat.isFile()) return "regular";
  if (stat.isDirectory()) return "directory";
  return stat.isSymbolicLink() ? "symlink" : "unknown";
}

function targetOf(place: string): string {
  return readlinkSync(native(place), "latin1");
}

function native(path: string): Buffer {
  return Buffer.from(path, "latin1");
}
