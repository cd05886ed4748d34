/**
 * The Nix archive: a tree of files as a sequence of bytes that says nothing but their content, who may execute them and
 * where links point, so that equal trees have equal archives. Every item is its length in eight bytes, itself, and zeros
 * up to a multiple of eight. It is written through one buffer and never held as a whole.
 */

import { StoreError } from "./error.ts";
import { type Hash, type HashAlgorithm, HashStream } from "./hash.ts";
import { storeMessages } from "./messages.ts";
import type { FileStatus, PathFilter, SourceTree } from "./source-tree.ts";

export interface NarOptions {
  readonly filter?: PathFilter;
  /** Undo what Nix does to names that differ in case only where the file system cannot tell them apart. */
  readonly caseHack?: boolean;
}

/** Writes the archive of a path in pieces that are only valid until the next one. */
export function dumpNar(
  tree: SourceTree,
  path: string,
  write: (piece: Uint8Array) => void,
  options: NarOptions = {},
): void {
  const archive = new Archive(write);
  archive.append(MAGIC);
  dump(tree, path, tree.status(path), archive, options);
  archive.end();
}

/** The hash of a path's archive, and the archive's size. */
export function hashNar(
  tree: SourceTree,
  path: string,
  algorithm: HashAlgorithm = "sha256",
  options: NarOptions = {},
): { readonly hash: Hash; readonly size: number } {
  const stream = new HashStream(algorithm);
  dumpNar(tree, path, stream.write, options);
  return { hash: stream.finish(), size: stream.size };
}

/** The hash of one file's content. */
export function hashFile(tree: SourceTree, path: string, algorithm: HashAlgorithm = "sha256"): Hash {
  const stream = new HashStream(algorithm);
  tree.copyFile(path, stream.write);
  return stream.finish();
}

function dump(tree: SourceTree, path: string, status: FileStatus, archive: Archive, options: NarOptions): void {
  switch (status.type) {
    case "regular":
      archive.append(status.executable ? EXECUTABLE : REGULAR);
      archive.number(status.size);
      tree.copyFile(path, archive.append, status.size);
      archive.pad(status.size);
      break;
    case "symlink":
      archive.append(SYMLINK);
      archive.text(tree.readLink(path));
      break;
    case "directory":
      archive.append(DIRECTORY);
      dumpChildren(tree, path, archive, options);
      break;
    case "unknown":
      throw new StoreError(storeMessages["unsupported-file-type"](path));
  }
  archive.append(CLOSE);
}

function dumpChildren(tree: SourceTree, path: string, archive: Archive, options: NarOptions): void {
  const names = tree.readFolder(path);
  const sources = options.caseHack === true ? undoCaseHack(path, names) : undefined;
  for (const name of sources === undefined ? [...names].sort() : [...sources.keys()].sort()) {
    const child = below(path, sources?.get(name) ?? name);
    // A filter is asked about the name as the archive has it.
    const asked = sources === undefined ? child : below(path, name);
    const status = tree.status(child);
    if (options.filter !== undefined && !options.filter(asked, status.type)) continue;
    archive.append(ENTRY);
    archive.text(name);
    archive.append(NODE);
    dump(tree, child, status, archive, options);
    archive.append(CLOSE);
  }
}

/** The names as an archive has them, each with the one that the file has on the disk. */
function undoCaseHack(path: string, names: readonly string[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const source of [...names].sort()) {
    const suffix = source.indexOf("~nix~case~hack~");
    const name = suffix < 0 ? source : source.slice(0, suffix);
    const other = sources.get(name);
    if (other !== undefined) {
      throw new StoreError(storeMessages["file-name-collision"](below(path, other), below(path, source)));
    }
    sources.set(name, source);
  }
  return sources;
}

function below(path: string, name: string): string {
  return path === "/" ? `/${name}` : `${path}/${name}`;
}

/** An item of an archive as bytes: its length, itself and padding. */
function item(text: string): Buffer {
  const bytes = Buffer.alloc(8 + padded(text.length));
  bytes.writeUInt32LE(text.length, 0);
  bytes.write(text, 8, "latin1");
  return bytes;
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

const MAGIC = item("nix-archive-1");
const REGULAR = Buffer.concat(["(", "type", "regular", "contents"].map(item));
const EXECUTABLE = Buffer.concat(["(", "type", "regular", "executable", "", "contents"].map(item));
const SYMLINK = Buffer.concat(["(", "type", "symlink", "target"].map(item));
const DIRECTORY = Buffer.concat(["(", "type", "directory"].map(item));
const ENTRY = Buffer.concat(["entry", "(", "name"].map(item));
const NODE = item("node");
const CLOSE = item(")");
const ZEROS = Buffer.alloc(8);

const BUFFER_SIZE = 64 * 1024;

/** The buffer of the archive before. A filter may ask for another archive meanwhile, which then needs its own. */
let spareBuffer: Buffer | undefined;

/** Collects small pieces, so that whoever is written to is called seldom. */
class Archive {
  readonly #write: (piece: Uint8Array) => void;
  readonly #buffer = spareBuffer ?? Buffer.allocUnsafeSlow(BUFFER_SIZE);
  #length = 0;

  constructor(write: (piece: Uint8Array) => void) {
    this.#write = write;
    spareBuffer = undefined;
  }

  end(): void {
    this.flush();
    spareBuffer = this.#buffer;
  }

  readonly append = (piece: Uint8Array): void => {
    if (this.#length + piece.length > BUFFER_SIZE) this.flush();
    if (piece.length > BUFFER_SIZE / 4) {
      this.flush();
      this.#write(piece);
    } else {
      this.#buffer.set(piece, this.#length);
      this.#length += piece.length;
    }
  };

  text(text: string): void {
    if (text.length > BUFFER_SIZE / 4) {
      this.append(item(text));
      return;
    }
    this.number(text.length);
    if (this.#length + padded(text.length) > BUFFER_SIZE) this.flush();
    this.#buffer.write(text, this.#length, "latin1");
    this.#length += text.length;
    this.pad(text.length);
  }

  number(value: number): void {
    if (this.#length + 8 > BUFFER_SIZE) this.flush();
    this.#buffer.writeUInt32LE(value % 2 ** 32, this.#length);
    this.#buffer.writeUInt32LE(Math.floor(value / 2 ** 32), this.#length + 4);
    this.#length += 8;
  }

  /** Fills up what follows an item of this length. */
  pad(length: number): void {
    this.append(ZEROS.subarray(0, padded(length) - length));
  }

  flush(): void {
    if (this.#length > 0) this.#write(this.#buffer.subarray(0, this.#length));
    this.#length = 0;
  }
}
