/** What an evaluation reads of sources that may change, as long as somebody wants to know. Paths are those on the disk. */

import { lstatSync } from "node:fs";
import { hashPartOf } from "../../store/store-path.ts";
import { isOldEnough, namesDigest, stampOfFile } from "../../trace/digest.ts";
import type { Read, ReadType, SourceTrace, Trace, WholeSource } from "../../trace/trace.ts";
import { addVolatile, forgetVolatile, lookAtHash, wasLookedAt } from "../memory/volatile.ts";
import { isCorePath } from "./core-files.ts";
import { settings } from "../machine/settings.ts";
import { forgetFacts } from "../machine/source-facts.ts";

/** A source that may change. */
export interface ReadSource {
  readonly folder: string;
  readonly kind: SourceTrace["kind"];
  readonly storePath: string;
  readonly narHash: string;
  readonly stamp?: string;
  readonly whole: WholeSource;
}

type Noted = { -readonly [Key in keyof Read]: Read[Key] };

let notes: Map<string, Noted> | undefined;
const sources = new Map<string, ReadSource>();
const around = new Map<string, boolean>();
let obstacle: string | undefined;

export function startReads(): void {
  stopReads();
  notes = new Map();
}

export function stopReads(): void {
  notes = undefined;
  sources.clear();
  around.clear();
  obstacle = undefined;
  forgetVolatile();
  forgetFacts();
}

export function areReadsNoted(): boolean {
  return notes !== undefined;
}

/** What is read to find out the path of a source in the store is no part of any answer: an answer may not look at that path. */
export function unnoted<Result>(action: () => Result): Result {
  const before = notes;
  notes = undefined;
  try {
    return action();
  } finally {
    notes = before;
  }
}

/** What is in the store or in the cache of sources under its hash does not change. */
export function noteSource(source: ReadSource): void {
  if (notes === undefined || isSettled(source.folder)) return;
  for (const other of sources.values()) if (areConfused(source, other)) noteObstacle("two sources are not kept apart");
  sources.set(source.storePath, source);
  addVolatile(hashPartOf(source.storePath));
}

/** Where the hash does not tell two sources apart, or what is in one of them is another thing in the other. */
function areConfused(one: ReadSource, other: ReadSource): boolean {
  if (one.folder === other.folder && one.kind === other.kind) return false;
  if (one.storePath === other.storePath) return true;
  const isWithin = `${one.folder}/`.startsWith(`${other.folder}/`) || `${other.folder}/`.startsWith(`${one.folder}/`);
  return isWithin && (one.kind === "git" || other.kind === "git");
}

/** What a source is was decided by whether something is at a path. */
export function noteAround(path: string, isThere: boolean): void {
  if (notes !== undefined) around.set(path, isThere);
}

/** Something depends on the whole of a source. */
export function noteWhole(storePath: string): void {
  if (sources.has(storePath)) lookAtHash(hashPartOf(storePath));
}

/** The answer depends on something of which nobody could say later whether it is still the same. */
export function noteObstacle(reason: string): void {
  obstacle ??= reason;
}

export function noteType(path: string, type: ReadType): void {
  const noted = noteAt(path);
  if (noted !== undefined) noted.type = type;
}

export function noteExecutable(path: string, isExecutable: boolean): void {
  const noted = noteAt(path);
  if (noted !== undefined) noted.isExecutable = isExecutable;
}

/** `digest` is that of the bytes that were read. */
export function noteContent(path: string, digest: () => string): void {
  if (notes === undefined || isSettled(path)) return;
  const noted = noteAt(path);
  if (noted !== undefined) noted.content ??= digest();
}

export function noteNames(path: string, names: Iterable<string>): void {
  const noted = noteAt(path);
  if (noted !== undefined) noted.names ??= namesDigest(names);
}

export function noteTarget(path: string, target: string): void {
  const noted = noteAt(path);
  if (noted !== undefined) noted.target = target;
}

function noteAt(path: string): Noted | undefined {
  if (notes === undefined) return undefined;
  let noted = notes.get(path);
  if (noted === undefined) notes.set(path, (noted = {}));
  return noted;
}

/** All that was read; or why that cannot be told. */
export function takeReads(): Trace | { readonly obstacle: string } {
  const found = new Map<ReadSource, Record<string, Read>>([...sources.values()].map((source) => [source, {}]));
  const innermost = [...sources.values()].sort((first, second) => second.folder.length - first.folder.length);
  for (const [path, read] of notes ?? []) {
    const source = innermost.find(({ folder }) => path === folder || path.startsWith(`${folder}/`));
    if (source !== undefined) found.get(source)![path.slice(source.folder.length + 1)] = withStamp(path, read);
    else if (!isSettled(path) && !isCorePath(path) && !`${settings.storeDir}/`.startsWith(`${path}/`))
      noteObstacle(`'${path}' was read`);
  }
  if (!settings.pure) noteObstacle("it was evaluated impurely");
  if (obstacle !== undefined) return { obstacle };
  return {
    ...(around.size === 0 ? {} : { around: Object.fromEntries(around) }),
    sources: Array.from(found, ([{ whole, ...source }, reads]) => ({
      ...source,
      reads,
      ...(wasLookedAt(hashPartOf(source.storePath)) ? { whole } : {}),
    })),
  };
}

/** A file that was changed after the evaluation began is never believed by its stamp, so this may be taken at the end. */
function withStamp(path: string, read: Read): Read {
  if (read.content === undefined) return read;
  const stat = lstatSync(Buffer.from(path, "latin1"), { throwIfNoEntry: false });
  if (stat === undefined || !isOldEnough(stat.ctimeMs / 1000, settings.currentTime)) return read;
  return { ...read, stamp: stampOfFile(stat) };
}

/** What is in the store, in the cache of sources or where whoever asks knows it to be, under its hash. */
export function isSettled(path: string): boolean {
  const { storePlace, sourceCache, knownSources } = settings;
  if (path.startsWith(`${storePlace}/`) || (sourceCache !== undefined && path.startsWith(`${sourceCache}/`)))
    return true;
  for (const hash in knownSources)
    if (path === knownSources[hash] || path.startsWith(`${knownSources[hash]}/`)) return true;
  return false;
}
