/** From the file that a server gives to a source in the cache. */

import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { parseUrl } from "../flake/reference/index.ts";
import { type ArchiveEntry, ArchiveProblem, damaged } from "./archive-entry.ts";
import { unpacked } from "./decompress.ts";
import { FetchError } from "./error.ts";
import { type Answer, download, type Download } from "./http.ts";
import { fetchMessages } from "./messages.ts";
import type { FetchOptions } from "./options.ts";
import { shownUrl } from "./shown-url.ts";
import { looksLikeTar, readTar } from "./tar.ts";
import { TreeWriter, usualBounds } from "./tree-writer.ts";
import { diskProblem, type Placed, Workplace } from "./workplace.ts";
import { looksLikeZip, readZip } from "./zip.ts";

export interface Unpacked extends Placed, Answer {
  /** Seconds; 0 if nothing in the archive has a time. */
  readonly lastModified: number;
}

export interface WantedArchive extends Download {
  /** The source, as it may be shown. */
  readonly source: string;
  readonly narHash: string | undefined;
}

export async function fetchArchive(wanted: WantedArchive, options: FetchOptions): Promise<Unpacked> {
  const { source, narHash } = wanted;
  const work = new Workplace(source, options);
  try {
    const file = `${work.folder}/download`;
    const answer = await downloadTo(file, wanted, work, options);
    options.onProgress({ source, step: "unpacking" });
    const tree = await unpack(file, `${work.folder}/tree`, wanted, options);
    return { ...answer, ...work.place(tree.onlyFolder(), narHash), lastModified: tree.lastModified };
  } finally {
    work.end();
  }
}

/** The file as it is. */
export async function fetchFile(wanted: WantedArchive, options: FetchOptions): Promise<Placed> {
  const work = new Workplace(wanted.source, options);
  try {
    const file = `${work.folder}/download`;
    await downloadTo(file, wanted, work, options);
    return work.place(Buffer.from(file), wanted.narHash);
  } finally {
    work.end();
  }
}

/** A file of this machine is downloaded like any other. */
async function downloadTo(
  file: string,
  wanted: WantedArchive,
  work: Workplace,
  options: FetchOptions,
): Promise<Answer> {
  const { source, url } = wanted;
  const receive = async (pieces: AsyncIterable<Buffer>, total?: number): Promise<void> => {
    let received = 0;
    const descriptor = work.onDisk(() => openSync(file, "w", 0o644));
    try {
      for await (const piece of pieces) {
        received += piece.length;
        if (received > usualBounds.bytes) throw new FetchError(fetchMessages["download-too-large"](source, "16 GB"));
        work.onDisk(() => writeAll(descriptor, piece));
        options.onProgress({ source, step: "downloading", received, total });
      }
    } finally {
      closeSync(descriptor);
    }
  };
  if (!url.startsWith("file:")) return download(wanted, receive, options);
  const path = Buffer.from(parseUrl(Buffer.from(url).toString("latin1"), () => {}).path, "latin1");
  try {
    await receive(createReadStream(path) as AsyncIterable<Buffer>);
  } catch (error) {
    if (error instanceof FetchError) throw error;
    options.signal.throwIfAborted();
    throw new FetchError(fetchMessages["connection-failed"](shownUrl(url), (error as Error).message));
  }
  return { immutableUrl: undefined };
}

async function unpack(
  file: string,
  folder: string,
  { source }: WantedArchive,
  options: FetchOptions,
): Promise<TreeWriter> {
  const tree = new TreeWriter(folder, source);
  try {
    for await (const entry of entriesOf(file, source, options)) {
      options.signal.throwIfAborted();
      await tree.add(entry);
    }
    return tree;
  } catch (error) {
    options.signal.throwIfAborted();
    if (!(error instanceof ArchiveProblem)) throw diskProblem(error, source);
    const builder = error.kind === "limit" ? "archive-unsupported" : "archive-damaged";
    throw new FetchError(fetchMessages[builder](source, error.message));
  }
}

async function* entriesOf(file: string, source: string, options: FetchOptions): AsyncIterable<ArchiveEntry> {
  const reader = await unpacked(
    createReadStream(file, { highWaterMark: PIECE }) as AsyncIterable<Buffer>,
    source,
    options,
  );
  try {
    const start = await reader.peek(512);
    if (looksLikeZip(start)) yield* readZip(file);
    // nothing at all is an archive of nothing, as in Nix
    else if (start.length === 0) return;
    else if (looksLikeTar(start)) yield* readTar(reader);
    else throw damaged("Unrecognized archive format");
  } finally {
    await reader.end();
  }
}

const PIECE = 256 * 1024;

function writeAll(descriptor: number, piece: Buffer): void {
  for (let at = 0; at < piece.length;) at += writeSync(descriptor, piece, at);
}
