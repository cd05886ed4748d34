/**
 * A script, and beside other things that can be made again the code that V8 has compiled it to. V8 itself sees whether
 * that fits: to its version, the processor, the flags. That it fits to the text is said by the name of the file, and
 * that nothing of it is damaged, which V8 would not survive, by the hash that it begins with.
 */

import { hash, randomUUID } from "node:crypto";
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";

export interface LoadedScript {
  readonly exports: unknown;
  /** Keeps what has been compiled by now, unless there was something. Tells nobody if that cannot be done. */
  readonly keep: () => void;
}

const SUFFIX = ".code";
const HASH_SIZE = 32;

/**
 * Loads a script that is written as Node's CommonJS modules are; nothing if it is not there. What V8 has compiled lies beside
 * it, from when it was built, or in a folder where it is kept, if there is one.
 */
export function loadScript(file: URL, folder: string | undefined): LoadedScript | undefined {
  const filename = fileURLToPath(file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(filename);
  } catch {
    return undefined;
  }
  const name = `${hash("sha256", bytes, "hex").slice(0, 16)}-${cachedDataVersionTag()}${SUFFIX}`;
  const place = folder === undefined ? undefined : path.join(folder, name);
  const cachedData = readCode(path.join(path.dirname(filename), name), "anybody") ?? readCode(place, "own");
  const options = cachedData === undefined ? {} : { cachedData };
  const script = new Script(`(function (exports, require) {${bytes.toString()}\n})`, { filename, ...options });
  const exports = {};
  const run = script.runInThisContext() as (exports: unknown, require: NodeJS.Require) => void;
  run(exports, createRequire(file));
  let isKept = script.cachedDataRejected === false;
  return {
    exports,
    keep() {
      if (isKept || place === undefined) return;
      isKept = true;
      write(place, script.createCachedData());
    },
  };
}

/** The code in a file; of a user's own, if nobody else can have written it, because it is as good as a program. */
function readCode(place: string | undefined, whose: "own" | "anybody"): Buffer | undefined {
  if (place === undefined) return undefined;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(place, "r");
    const { mode, uid } = fstatSync(descriptor);
    if (whose === "own" && (uid !== process.geteuid?.() || (mode & 0o22) !== 0)) return undefined;
    const bytes = readFileSync(descriptor);
    const data = bytes.subarray(HASH_SIZE);
    return hash("sha256", data, "buffer").equals(bytes.subarray(0, HASH_SIZE)) ? data : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function write(place: string, data: Buffer): void {
  const fresh = `${place}-${randomUUID()}`;
  try {
    mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
    writeFileSync(fresh, Buffer.concat([hash("sha256", data, "buffer"), data]), { mode: 0o600, flag: "wx" });
    renameSync(fresh, place);
  } catch {
    try {
      unlinkSync(fresh);
    } catch {
      // it is not there
    }
  }
}
