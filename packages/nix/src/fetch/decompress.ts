/** What an archive is packed in, told by its first bytes as libarchive does it, and not by its name. */

import { spawn } from "node:child_process";
import { PassThrough, pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ArchiveProblem, damaged } from "./archive-entry.ts";
import { ByteReader } from "./byte-reader.ts";
import { FetchError } from "./error.ts";
import { fetchMessages } from "./messages.ts";
import type { FetchOptions } from "./options.ts";

interface Packing {
  readonly name: string;
  readonly starts: readonly number[];
  /** The program that takes it apart; none where Node does. */
  readonly program?: readonly [name: string, ...args: string[]];
  readonly isUnknown?: boolean;
}

const packings: readonly Packing[] = [
  { name: "gzip", starts: [0x1f, 0x8b] },
  { name: "xz", starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], program: ["xz", "-dc"] },
  { name: "bzip2", starts: [0x42, 0x5a, 0x68], program: ["bzip2", "-dc"] },
  { name: "zstd", starts: [0x28, 0xb5, 0x2f, 0xfd], program: ["zstd", "-dcq"] },
  { name: "compress", starts: [0x1f, 0x9d], isUnknown: true },
  { name: "lz4", starts: [0x04, 0x22, 0x4d, 0x18], isUnknown: true },
  { name: "lzip", starts: [0x4c, 0x5a, 0x49, 0x50], isUnknown: true },
];

/** Archives are packed once, or twice by mistake. */
const MOST_LAYERS = 4;

/** `name` is that of the archive, for messages. */
export async function unpacked(
  pieces: AsyncIterable<Buffer>,
  name: string,
  options: FetchOptions,
): Promise<ByteReader> {
  let reader = new ByteReader(pieces);
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const start = await reader.peek(6);
    const packing = packings.find(({ starts }) => starts.every((byte, index) => start[index] === byte));
    if (packing === undefined) break;
    if (packing.isUnknown === true) throw new ArchiveProblem("limit", `it is compressed by ${packing.name}`);
    reader = new ByteReader(taken(reader.rest(), packing, name, options));
  }
  return reader;
}

async function* taken(
  pieces: AsyncIterable<Buffer>,
  { name: kind, program }: Packing,
  name: string,
  options: FetchOptions,
): AsyncIterable<Buffer> {
  const failure: { reason?: Error } = {};
  const stream =
    program === undefined ? throughNode(pieces, failure) : throughProgram(pieces, program, name, options, failure);
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) yield piece;
  } catch (error) {
    options.signal.throwIfAborted();
    throw failure.reason ?? damaged(`${kind}: ${(error as Error).message}`);
  } finally {
    stream.destroy();
  }
}

function throughNode(pieces: AsyncIterable<Buffer>, failure: { reason?: Error }): Readable {
  const stream = createGunzip();
  pipeline(watched(pieces, failure), stream, () => {});
  return stream;
}

function throughProgram(
  pieces: AsyncIterable<Buffer>,
  [program, ...args]: readonly [string, ...string[]],
  name: string,
  { environment, signal }: FetchOptions,
  failure: { reason?: Error },
): Readable {
  const child = spawn(program, args, { env: environment, signal, stdio: ["pipe", "pipe", "pipe"] });
  const output = new PassThrough();
  let told = "";
  child.stderr.on("data", (piece: Buffer) => (told = (told + piece.toString()).slice(0, 500)));
  child.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") failure.reason = new FetchError(fetchMessages["program-missing"](program, name));
    output.destroy(error);
  });
  child.stdout.pipe(output, { end: false });
  child.on("close", (status) => {
    if (status === 0) output.end();
    else output.destroy(new Error(told.trim() || `${program} has failed`));
  });
  output.on("close", () => child.kill());
  // a program that gives up early says why by itself
  pipeline(watched(pieces, failure), child.stdin, () => {});
  return output;
}

/** What went wrong where the bytes are from is the reason of what follows. */
async function* watched(pieces: AsyncIterable<Buffer>, failure: { reason?: Error }): AsyncIterable<Buffer> {
  try {
    yield* pieces;
  } catch (error) {
    failure.reason = error as Error;
    throw error;
  }
}
