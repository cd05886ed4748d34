/**
 * A folder beside the sources of the cache in which one of them is made. It is put in its place by renaming, so a source
 * is there as a whole or not at all, also if two processes fetch the same one; and it goes when fetching ends, however that is.
 */

import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { diskTree, hashNar, printHash } from "../store/index.ts";
import { FetchError } from "./error.ts";
import { fetchMessages } from "./messages.ts";
import type { FetchOptions } from "./options.ts";

export interface Placed {
  readonly narHash: string;
  /** Where it is now. */
  readonly place: string;
}

export class Workplace {
  readonly folder: string;
  readonly #sources: string;
  readonly #name: string;
  readonly #options: FetchOptions;

  /** `name` is that of the source, for messages. */
  constructor(name: string, options: FetchOptions) {
    this.#name = name;
    this.#options = options;
    this.#sources = `${options.cache}/sources`;
    this.folder = `${this.#sources}/${PREFIX}${randomUUID()}`;
    this.onDisk(() => {
      mkdirSync(this.#sources, { recursive: true });
      removeLeftovers(this.#sources, options.now);
      mkdirSync(this.folder);
    });
    options.signal.addEventListener("abort", this.end);
  }

  readonly end = (): void => {
    this.#options.signal.removeEventListener("abort", this.end);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  };

  /** What the disk refuses is told of the source. */
  onDisk<Result>(action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      throw diskProblem(error, this.#name);
    }
  }

  /**
   * Puts a file or folder of this one into the cache under its hash, and tells which that is; nothing is put there if it is
   * not the one that is wanted.
   */
  place(made: Buffer, wanted: string | undefined): Placed {
    this.#options.onProgress({ source: this.#name, step: "hashing" });
    return this.onDisk(() => {
      const { hash } = hashNar(diskTree, made.toString("latin1"));
      const narHash = printHash(hash, "sri");
      if (wanted !== undefined && withSign(wanted) !== narHash)
        throw new FetchError(fetchMessages["source-hash-mismatch"](this.#name, wanted, narHash));
      const place = `${this.#sources}/${printHash(hash, "nix32")}`;
      // what somebody else has put there meanwhile is the same
      if (!isThere(place)) putInPlace(made, place);
      return { narHash, place };
    });
  }
}

export function diskProblem(error: unknown, name: string): Error {
  const { syscall, code, message } = error as NodeJS.ErrnoException;
  if (error instanceof FetchError || syscall === undefined || code === undefined) return error as Error;
  const reason = code === "ENOSPC" ? "there is no room on the disk" : message;
  return new FetchError(fetchMessages["source-not-written"](name, reason));
}

const PREFIX = "fetching.";
/** Seconds, after which nobody is at work there any more. */
const FORGOTTEN = 24 * 60 * 60;

/** Of processes that were killed. */
function removeLeftovers(sources: string, now: number): void {
  for (const name of readdirSync(sources)) {
    if (!name.startsWith(PREFIX)) continue;
    const stat = lstatSync(`${sources}/${name}`, { throwIfNoEntry: false });
    if (stat !== undefined && stat.mtimeMs / 1000 + FORGOTTEN < now)
      rmSync(`${sources}/${name}`, { recursive: true, force: true });
  }
}

function putInPlace(made: Buffer, place: string): void {
  try {
    renameSync(made, place);
  } catch (error) {
    if (!isThere(place)) throw error;
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A hash of an old lock file may lack the sign that fills it up. */
function withSign(hash: string): string {
  return /^sha256-.{43}$/u.test(hash) ? `${hash}=` : hash;
}
