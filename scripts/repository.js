/**
 * Where things are in this repository, and what is in its files: the scripts' only idea of its layout.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.dirname(import.meta.dirname);
/** Made by the build, never committed. */
export const dist = path.join(root, "packages/nivose/dist");
export const bin = path.join(root, "packages/nivose/bin/nivose.js");
/** What may be deleted at any time. */
export const cache = path.join(root, ".cache");

/** The folders of the workspace's packages, relative to the root. */
export function packageFolders(top = root) {
  return entriesOf(top, "packages")
    .filter((entry) => entry.isDirectory())
    .map((entry) => `packages/${entry.name}`)
    .toSorted();
}

/** All files below a folder, relative to the root, sorted; none if there is no such folder. */
export function filesBelow(folder, top = root) {
  const files = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of entriesOf(top, next)) {
      const file = `${next}/${entry.name}`;
      if (entry.isDirectory()) pending.push(file);
      else files.push(file);
    }
  }
  return files.toSorted();
}

/** One hash over the names and the bytes of files. Times do not count: a checkout or a touch changes nothing. */
export function fingerprint(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const bytes = readFileSync(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

function entriesOf(top, folder) {
  try {
    return readdirSync(path.join(top, folder), { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}
