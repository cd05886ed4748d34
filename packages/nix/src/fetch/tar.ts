/**
 * Reads tar archives as libarchive does, which Nix uses: old ones, ustar, GNU's long names, pax headers. A file with holes
 * is a limit.
 */

import { type ArchiveEntry, ArchiveProblem, damaged } from "./archive-entry.ts";
import type { ByteReader } from "./byte-reader.ts";

const BLOCK = 512;

/** Whether bytes could be the header of an entry, or the empty block at the end of an archive without any. */
export function looksLikeTar(block: Buffer): boolean {
  return block.length === BLOCK && (isEmpty(block) || hasRightSum(block));
}

export async function* readTar(reader: ByteReader): AsyncIterable<ArchiveEntry> {
  const truncated = (): Error => damaged("the archive ends too early");
  /** What headers in front of an entry say of it. */
  let ahead: Ahead = {}; // starts anew with every entry
  for (;;) {
    const block = await reader.read(BLOCK);
    if (block.length === 0 || isEmpty(block)) return;
    if (block.length < BLOCK) throw truncated();
    if (!hasRightSum(block)) throw damaged("a header has a wrong sum");
    const header = readHeader(block);
    const text = async (): Promise<string> => {
      if (header.size > LONGEST_HEADER) throw damaged("a header is too long");
      const pieces: Buffer[] = [];
      for await (const piece of reader.take(header.size, truncated)) pieces.push(piece);
      await skip(reader, padding(header.size), truncated);
      return Buffer.concat(pieces).toString("latin1");
    };
    if (header.flag === "L" || header.flag === "K") {
      const name = untilNul(await text());
      if (header.flag === "L") ahead.path = name;
      else ahead.linkpath = name;
      continue;
    }
    if (header.flag === "x" || header.flag === "X") {
      Object.assign(ahead, paxRecords(await text()), { isPax: true });
      continue;
    }
    // what holds for all entries is nothing that counts here, such as the commit of an archive of Git
    if (header.flag === "g" || header.flag === "V") {
      await text();
      continue;
    }
    const size = ahead.size ?? header.size;
    const entry = entryOf(header, ahead);
    let left = size;
    if (entry.kind === "folder" || entry.kind === "link") left = 0;
    if (entry.kind === "hard-link" && !(await hardLinkHasContent(reader, header, ahead, size))) left = 0;
    const padded = padding(left);
    const content = async function* (): AsyncIterable<Buffer> {
      for await (const piece of reader.take(left, truncated)) {
        left -= piece.length;
        yield piece;
      }
    };
    yield { ...entry, content: content() };
    await skip(reader, left + padded, truncated);
    ahead = {};
  }
}

const LONGEST_HEADER = 2 ** 20;

interface Ahead {
  path?: string;
  linkpath?: string;
  size?: number;
  mtime?: number;
  isPax?: boolean;
}

interface Header {
  readonly path: string;
  readonly mode: number;
  readonly size: number;
  readonly modified: number;
  readonly flag: string;
  readonly target: string;
  readonly format: "old" | "ustar" | "gnu";
}

function readHeader(block: Buffer): Header {
  const magic = block.toString("latin1", 257, 265);
  const format = magic === "ustar  \0" ? "gnu" : magic.startsWith("ustar") ? "ustar" : "old";
  const prefix = format === "ustar" ? untilNul(block.toString("latin1", 345, 500)) : "";
  const name = untilNul(block.toString("latin1", 0, 100));
  const flag = block.toString("latin1", 156, 157);
  return {
    path: prefix === "" ? name : `${prefix.replace(/\/$/, "")}/${name}`,
    mode: number(block.subarray(100, 108)),
    size: Math.max(0, number(block.subarray(124, 136))),
    modified: number(block.subarray(136, 148)),
    flag,
    target: untilNul(block.toString("latin1", 157, 257)),
    format,
  };
}

function entryOf(header: Header, ahead: Ahead): Omit<ArchiveEntry, "content"> {
  const path = ahead.path ?? header.path;
  const entry = {
    path,
    isExecutable: (header.mode & 0o100) !== 0,
    target: ahead.linkpath ?? header.target,
    modified: ahead.mtime ?? header.modified,
  };
  switch (header.flag) {
    case "1":
      return { ...entry, kind: "hard-link" };
    case "2":
      return { ...entry, kind: "link" };
    case "5":
    case "D":
      return { ...entry, kind: "folder" };
    case "3":
    case "4":
    case "6":
      throw damaged(`file '${shown(path)}' in tarball has unsupported file type`);
    case "S":
    case "M":
      throw new ArchiveProblem("limit", `'${shown(path)}' is a file with holes`);
    default:
      return { ...entry, kind: path.endsWith("/") ? "folder" : "file" };
  }
}

/** Only pax archives give hard links contents; of others it is not known whether they are pax, so what follows is looked at. */
async function hardLinkHasContent(reader: ByteReader, header: Header, ahead: Ahead, size: number): Promise<boolean> {
  if (size === 0 || header.format !== "ustar") return false;
  return ahead.isPax === true || !looksLikeTar(await reader.peek(BLOCK));
}

/** `30 mtime=1700000000.5\n`, in which 30 is the length of all that. */
function paxRecords(text: string): Ahead {
  const records = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const [, digits] = /^(\d+) /.exec(text.slice(at, at + 24)) ?? [];
    const end = at + Number(digits ?? Number.NaN);
    if (digits === undefined || end > text.length || text[end - 1] !== "\n") throw damaged("a pax header is damaged");
    const record = text.slice(at + digits.length + 1, end - 1);
    const equals = record.indexOf("=");
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    at = end;
  }
  if ([...records.keys()].some((name) => name.startsWith("GNU.sparse.")))
    throw new ArchiveProblem("limit", "a file in it has holes");
  const [path, linkpath, size, mtime] = ["path", "linkpath", "size", "mtime"].map((name) => records.get(name));
  return {
    ...(path === undefined ? {} : { path: untilNul(path) }),
    ...(linkpath === undefined ? {} : { linkpath: untilNul(linkpath) }),
    ...(size === undefined ? {} : { size: counted(size) }),
    ...(mtime === undefined ? {} : { mtime: time(mtime) }),
  };
}

/** In seconds; what follows a point is left out. */
function time(text: string): number {
  const seconds = Math.floor(Number(text));
  return Number.isSafeInteger(seconds) ? seconds : 0;
}

function counted(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw damaged("a size in it makes no sense");
  return value;
}

/** In octal digits, or as bytes with the first bit set. */
function number(field: Buffer): number {
  if ((field[0]! & 0x80) === 0) return Number.parseInt(field.toString("latin1").replace(/^[ \0]+/, ""), 8) || 0;
  return Number(BigInt.asIntN(field.length * 8 - 1, BigInt(`0x${field.toString("hex")}`)));
}

/** The sum of all bytes, those of the sum itself as blanks; some have taken bytes for signed. */
function hasRightSum(block: Buffer): boolean {
  const wanted = number(block.subarray(148, 156));
  let [unsigned, signed] = [0, 0];
  for (let index = 0; index < BLOCK; index++) {
    const byte = index >= 148 && index < 156 ? 0x20 : block[index]!;
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return wanted === unsigned || wanted === signed;
}

function isEmpty(block: Buffer): boolean {
  return block.length === BLOCK && block.every((byte) => byte === 0);
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

async function skip(reader: ByteReader, count: number, truncated: () => Error): Promise<void> {
  for await (const piece of reader.take(count, truncated)) void piece;
}

function untilNul(text: string): string {
  const end = text.indexOf("\0");
  return end < 0 ? text : text.slice(0, end);
}

function shown(path: string): string {
  return Buffer.from(path, "latin1").toString();
}
