/** Files that are evaluated because something imports them. */

import { dirname } from "node:path/posix";
import { canonicalPath } from "../machine/coerce.ts";
import { coreFiles, shownPath } from "./core-files.ts";
import { type CacheOptions, digestOf, stampOf, UnitCache } from "../code/cache/unit-cache.ts";
import { checkAllowed, type FileStat, linkTarget, readBytes, resolveLinks, statAt, typeAt } from "./files.ts";
import type { Code, Handle } from "../memory/heap.ts";
import { load, loadKept } from "../code/load.ts";
import { areReadsNoted, isSettled } from "./reads.ts";
import { placeOf } from "./store-objects.ts";
import { settings } from "../machine/settings.ts";
import { filteredOf } from "../../trace/filters.ts";
import { withUntracked } from "./untracked.ts";
import { watchFile } from "../code/watched-code.ts";
import { enterNote, evaluateRoot, fail, leaveNote } from "../machine/machine.ts";
import { symbols } from "../memory/strings.ts";
import { warmUp } from "../warm-up/warm-up.ts";

/** A package alone imports some 150 files; where there are more, there is so much to do that it pays to warm up. */
const MANY_FILES = 200;

/** The values of the files that were imported, by their path without links. */
const imported = new Map<string, Handle>();

export function importFile(path: string): Handle {
  const file = fileToImport(path);
  const known = imported.get(file);
  if (known !== undefined) return known;
  // compiled files are found without being read
  if (areReadsNoted() && !coreFiles.has(file) && mayChange(file)) readBytes(file);
  if (imported.size === MANY_FILES) warmUp(loadOwnText);
  enterNote(() => ({ text: `while evaluating the file '${shownPath(file)}':`, position: 0 }));
  const code = codeOf(file);
  watchFile(file, code);
  const value = evaluateRoot(code);
  leaveNote();
  imported.set(file, value);
  return value;
}

/** Whether it could be another one the next time. */
function mayChange(file: string): boolean {
  const place = placeOf(realFile(file));
  return place.kind !== "disk" || !isSettled(place.path);
}

export function importedFiles(): string[] {
  return [...imported.keys()];
}

/** The code of files, which outlives the values that were made of them, and what the files were then. */
const loaded = new Map<string, { readonly code: Code; readonly stat: FileStat | undefined }>();

function codeOf(file: string): Code {
  const real = coreFiles.has(file) ? file : realFile(file);
  const stat = statAt(real);
  const known = loaded.get(file);
  if (known !== undefined && isSame(known.stat, stat)) return known.code;
  const code = loadResolved(file, real);
  loaded.set(file, { code, stat });
  return code;
}

export function forgetCode(): void {
  loaded.clear();
}

/** Whether `stat` says of a file what it said before. */
function isSame(before: FileStat | undefined, now: FileStat | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  return stampOf(before) === stampOf(now);
}

/** Where a file is without links, if it may be read there. */
function realFile(file: string): string {
  checkAllowed(file);
  const real = resolveLinks(file);
  checkAllowed(real);
  return real;
}

const MOST_LINKS = 1000;

/**
 * The file that `import` reads for a path: of a folder, its `default.nix`. A link at the end of the path is followed,
 * links among its folders are left, because relative paths in the file go from there.
 */
export function fileToImport(path: string): string {
  if (coreFiles.has(path)) return path;
  let file = path;
  for (let followed = 1; ; followed++) {
    if (followed >= MOST_LINKS)
      throw fail("io", `too many symbolic links encountered while traversing the path '${file}'`);
    checkAllowed(file);
    const real = resolveLinks(file, "keep");
    const type = typeAt(real);
    if (type === undefined) throw withUntracked(fail("io", `path '${shownPath(file)}' does not exist`), real);
    if (type === "directory") return canonicalPath(`${file}/default.nix`);
    if (type !== "symlink") return file;
    const target = linkTarget(real);
    file = canonicalPath(target.startsWith("/") ? target : `${dirname(file)}/${target}`);
  }
}

export function loadFile(path: string, outerNames?: readonly string[]): Code {
  const file = fileToImport(path);
  return loadResolved(file, coreFiles.has(file) ? file : realFile(file), outerNames);
}

function loadResolved(file: string, real: string, outerNames?: readonly string[]): Code {
  let content: Uint8Array | undefined;
  const bytes = (): Uint8Array => (content ??= readBytes(file));
  const source = { name: shownPath(file), isFile: true, folder: dirname(file), bytes };
  const isKept = cache !== undefined && outerNames === undefined && !coreFiles.has(file);
  const stat = isKept ? statAt(real) : undefined;
  if (isKept) noteOwn(file, real);
  if (cache === undefined || stat === undefined) return load(source, outerNames);
  let digest: string | undefined;
  const ownDigest = (): string => (digest ??= digestOf(bytes()));
  const known = cache.find(file, stat, ownDigest);
  const code = known === undefined ? undefined : loadKept(known, source, stat.size);
  if (code !== undefined) return code;
  return load(source, outerNames, (unit) => cache?.add(file, stat, ownDigest(), unit));
}

let cache: UnitCache | undefined;

/** From now on, looks for compiled files in a cache; nothing for no cache. */
export function useUnitCache(options: CacheOptions | undefined): void {
  cache?.close();
  cache = options === undefined ? undefined : new UnitCache(options, symbols);
}

/** Where compiled files are on the disk that are somebody's own, by their paths: those that Git may keep encrypted. */
const own = new Map<string, string>();

function noteOwn(file: string, real: string): void {
  const place = placeOf(real);
  if (place.kind === "disk" && !isSettled(place.path)) own.set(file, place.path);
}

/** Keeps what was compiled, but for what Git keeps encrypted: its texts would be in the cache in clear. */
export function saveUnits(): void {
  cache?.save((files) => {
    const places = files.flatMap((file) => own.get(file) ?? []);
    const secrets = new Set(filteredOf(places, settings.environment));
    return new Set(files.filter((file) => secrets.has(own.get(file) ?? "")));
  });
  own.clear();
}

/** Code of a text that is in no file; relative paths in it are resolved against `folder`. */
export function loadText(bytes: Uint8Array, name: string, folder = "/"): Code {
  return load({ name, isFile: false, folder, bytes: () => bytes });
}

/** Code of a text of this program itself, which is kept as that of files is. */
export function loadOwnText(name: string, text: string): Code {
  const content = Buffer.from(text);
  const source = { name, isFile: false, folder: "/", bytes: () => content };
  if (cache === undefined) return load(source);
  const digest = digestOf(content);
  const key = `${name} ${digest}`;
  const known = cache.find(key, OF_PROGRAM, () => digest);
  const code = known === undefined ? undefined : loadKept(known, source, content.length);
  return code ?? load(source, [], (unit) => cache?.add(key, OF_PROGRAM, digest, unit));
}

const OF_PROGRAM: FileStat = { type: "regular", size: 0, modified: 0, changed: 0, number: 0, device: 0 };

export interface ImportsMark {
  readonly count: number;
}

export function markImports(): ImportsMark {
  return { count: imported.size };
}

/** Forgets the files imported since; a map keeps the order in which its entries were made. */
export function undoImports(mark: ImportsMark): void {
  for (const file of [...imported.keys()].slice(mark.count)) imported.delete(file);
}
