/** Where answers are kept: a folder with a file each. Files are written aside and renamed, so several may use it at once. */

import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";

/** More than so many bytes are not kept; what was not used for longest goes first. */
const MOST_BYTES = 256 * 2 ** 20;

export class RecordStore {
  readonly #folder: string;
  readonly #now: () => number;
  #hasWritten = false;

  constructor(folder: string, now: () => number) {
    this.#folder = folder;
    this.#now = now;
  }

  read(name: string): string | undefined {
    const file = this.#fileOf(name);
    try {
      return readFileSync(file, "utf8");
    } catch {
      return undefined; // what cannot be read is found out again
    }
  }

  /** Says that it was of use. */
  touch(name: string): void {
    const seconds = this.#now() / 1000;
    try {
      utimesSync(this.#fileOf(name), seconds, seconds);
    } catch {
      // somebody else has removed it
    }
  }

  write(name: string, text: string): void {
    const file = this.#fileOf(name);
    const fresh = `${file}.${randomUUID()}`;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(fresh, text, { mode: 0o600 });
      renameSync(fresh, file);
      this.#hasWritten = true;
    } catch {
      removeQuietly(fresh); // a full disk, or a folder that is not ours: it is found out again
    }
  }

  /** Removes what is too much, if something was added. */
  prune(): void {
    if (!this.#hasWritten) return;
    const files = readdirSync(this.#folder).flatMap((name) => {
      const file = path.join(this.#folder, name);
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat === undefined ? [] : [{ file, size: stat.size, used: stat.mtimeMs }];
    });
    let bytes = files.reduce((sum, { size }) => sum + size, 0);
    for (const { file, size } of files.toSorted((first, second) => first.used - second.used)) {
      if (bytes <= MOST_BYTES) return;
      rmSync(file, { force: true });
      bytes -= size;
    }
  }

  #fileOf(name: string): string {
    return path.join(this.#folder, `${name}.json`);
  }
}

/** Where a file stands in the place of a folder, even to remove what is not there is an error. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // then it was not written
  }
}
