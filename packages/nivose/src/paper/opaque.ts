/** A flake for an input that nobody stands for: it has the names that the fleet asks for, and nothing is known of them. */

import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { diskTree, hashNar, printHash } from "@nivose/nix/store";
import type { Substitute } from "./substitutes.ts";

export interface PaperSource {
  readonly folder: string;
  readonly narHash: string;
}

/** Made from a model below `cache`, unless it is there. */
export function opaqueFlake(
  { input, isFlake }: Substitute,
  names: readonly string[],
  model: string,
  cache: string,
): PaperSource {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(path.join(cache, ".new-"));
  try {
    if (isFlake) {
      cpSync(model, fresh, { recursive: true });
      writeFileSync(path.join(fresh, "names.json"), `${JSON.stringify(names)}\n`);
    }
    writeFileSync(path.join(fresh, "input.json"), `${JSON.stringify(input)}\n`);
    const { hash } = hashNar(diskTree, fresh);
    const folder = path.join(cache, `opaque-${printHash(hash, "nix32").slice(0, 32)}`);
    if (!existsSync(folder)) renameInPlace(fresh, folder);
    return { folder, narHash: printHash(hash, "sri") };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Somebody else may have made the same meanwhile. */
function renameInPlace(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
