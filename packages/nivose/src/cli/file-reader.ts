/** The files that an evaluation speaks of, as they are on the disk. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ReadFile } from "../explain/read-file.ts";
import type { Context } from "./context.ts";

/** Files of the repository are named from where the user is, copies in the store by what they are copies of. */
export function fileReader(copies: Readonly<Record<string, string>>, root: string, { cwd }: Context): ReadFile {
  const known = new Map<string, ReturnType<ReadFile>>();
  return (file) => {
    const found = known.get(file) ?? read(file);
    known.set(file, found);
    return found;
  };
  function read(file: string): ReturnType<ReadFile> {
    // such as `/…/flake.nix, via option flake.modules.nixos.base`
    const [place = "", ...rest] = file.split(/(?=, via )/u);
    const copy = Object.keys(copies).find((folder) => place === folder || place.startsWith(`${folder}/`));
    const local = copy === undefined ? place : copies[copy]! + place.slice(copy.length);
    const isOwn = local === root || local.startsWith(`${root}/`);
    const isFolder = place.startsWith("/") && existsSync(path.join(local, "default.nix"));
    const shown = isFolder ? path.join(local, "default.nix") : local;
    const name = (isOwn ? path.relative(cwd, shown) || "." : shown) + rest.join("");
    const source = sourceOf(shown);
    return source === undefined ? { name, isOwn, isFolder } : { name, isOwn, isFolder, source };
  }
}

function sourceOf(file: string): Uint8Array | undefined {
  if (!file.startsWith("/")) return undefined;
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
