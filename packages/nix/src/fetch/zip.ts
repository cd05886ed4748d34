/** Reads zip files by the directory at their end, as Nix does: links are known only there. */

import { open, type FileHandle } from "node:fs/promises";
import { createInflateRaw } from "node:zlib";
import { pipeline } from "node:stream";
import { type ArchiveEntry, ArchiveProblem, damaged } from "./archive-entry.ts";

export async function* readZip(file: string): AsyncIterable<ArchiveEntry> {
  const handle = await open(file);
  try {
    const directory = await readDirectory(handle);
    for (let at = 0; at + 46 <= directory.length;) {
      if (directory.readUInt32LE(at) !== 0x02014b50) break;
      const record = recordAt(directory, at);
      yield await entryOf(handle, record);
      at = record.end;
    }
  } finally {
    await handle.close();
  }
}

/** Whether bytes could start one. */
export function looksLikeZip(start: Buffer): boolean {
  return [0x04034b50, 0x06054b50].includes(start.length < 4 ? 0 : start.readUInt32LE(0));
}

const LONGEST_END = 22 + 0xffff;

async function readDirectory(handle: FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  const tail = await bytesAt(handle, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > tail.length) throw damaged("the zip file has no directory");
  const [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (offset === 0xffffffff || length === 0xffffffff)
    throw new ArchiveProblem("limit", "it is a zip file of more than 4 GB");
  return bytesAt(handle, offset, length);
}

interface Record {
  readonly path: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  readonly mode: number | undefined;
  readonly modified: number;
  readonly offset: number;
  /** Of the record itself, in the directory. */
  readonly end: number;
}

function recordAt(directory: Buffer, at: number): Record {
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
  const end = at + 46 + nameLength! + extraLength! + commentLength!;
  if (end > directory.length) throw damaged("the directory of the zip file ends too early");
  const extra = directory.subarray(at + 46 + nameLength!, at + 46 + nameLength! + extraLength!);
  const isUnix = directory[at + 5] === 3;
  return {
    path: directory.toString("latin1", at + 46, at + 46 + nameLength!),
    method: directory.readUInt16LE(at + 10),
    isEncrypted: (directory.readUInt16LE(at + 8) & 1) !== 0,
    packedSize: directory.readUInt32LE(at + 20),
    mode: isUnix ? directory.readUInt32LE(at + 38) >>> 16 : undefined,
    modified: unixTime(extra) ?? dosTime(directory.readUInt32LE(at + 12)),
    offset: directory.readUInt32LE(at + 42),
    end,
  };
}

async function entryOf(handle: FileHandle, record: Record): Promise<ArchiveEntry> {
  const { path, mode, modified } = record;
  const type = (mode ?? 0) & 0o170000;
  const entry = { path, target: "", modified, isExecutable: ((mode ?? 0) & 0o100) !== 0, content: none() };
  if (path.endsWith("/") || type === 0o040000) return { ...entry, kind: "folder" };
  const content = await contentOf(handle, record);
  if (type !== 0o120000) return { ...entry, kind: "file", content };
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return { ...entry, kind: "link", target: Buffer.concat(pieces).toString("latin1") };
}

async function contentOf(handle: FileHandle, record: Record): Promise<AsyncIterable<Buffer>> {
  const { path, method, isEncrypted, packedSize, offset } = record;
  if (isEncrypted) throw new ArchiveProblem("limit", `'${path}' is encrypted`);
  const local = await bytesAt(handle, offset, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) throw damaged(`'${path}' is not where it should be`);
  const start = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = piecesAt(handle, start, packedSize);
  if (method === 0) return packed;
  if (method !== 8) throw new ArchiveProblem("limit", `'${path}' is compressed in a way of its own (${method})`);
  const stream = createInflateRaw();
  pipeline(packed, stream, () => {});
  return told(stream as AsyncIterable<Buffer>, path);
}

async function* told(pieces: AsyncIterable<Buffer>, path: string): AsyncIterable<Buffer> {
  try {
    yield* pieces;
  } catch (error) {
    throw damaged(`'${path}': ${(error as Error).message}`);
  }
}

async function* piecesAt(handle: FileHandle, start: number, length: number): AsyncIterable<Buffer> {
  for (let at = 0; at < length;) {
    const piece = await bytesAt(handle, start + at, Math.min(PIECE, length - at));
    if (piece.length === 0) throw damaged("the zip file ends too early");
    at += piece.length;
    yield piece;
  }
}

const PIECE = 256 * 1024;

async function* none(): AsyncIterable<Buffer> {}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** The time in seconds that programs of Unix add. */
function unixTime(extra: Buffer): number | undefined {
  for (let at = 0; at + 4 <= extra.length;) {
    const [id, length] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)];
    if (id === 0x5455 && length >= 5 && at + 9 <= extra.length && (extra[at + 4]! & 1) !== 0)
      return extra.readInt32LE(at + 5);
    at += 4 + length;
  }
  return undefined;
}

/** In the time zone of this machine, as zip files have it. */
function dosTime(field: number): number {
  const [date, time] = [field >>> 16, field & 0xffff];
  const moment = new Date(
    (date >>> 9) + 1980,
    ((date >>> 5) & 15) - 1,
    date & 31,
    time >>> 11,
    (time >>> 5) & 63,
    (time & 31) * 2,
  );
  return Math.floor(moment.getTime() / 1000);
}
