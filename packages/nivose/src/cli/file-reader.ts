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
    return new LazyFile(local, rest.join(""), isOwn, cwd);
  }
}

/** There are thousands of modules in a host, and few of them are looked at. */
class LazyFile implements ReturnType<ReadFile> {
  readonly isOwn: boolean;
  readonly #local: string;
  readonly #suffix: string;
  readonly #cwd: string;
  #isFolder: boolean | undefined;
  #source: { readonly bytes: Uint8Array | undefined } | undefined;

  constructor(local: string, suffix: string, isOwn: boolean, cwd: string) {
    this.#local = local;
    this.#suffix = suffix;
    this.isOwn = isOwn;
    this.#cwd = cwd;
  }

  get isFolder(): boolean {
    this.#isFolder ??= this.#local.startsWith("/") && existsSync(path.join(this.#local, "default.nix"));
    return this.#isFolder;
  }

  get name(): string {
    const file = this.#file;
    return (this.isOwn ? path.relative(this.#cwd, file) || "." : file) + this.#suffix;
  }

  get source(): Uint8Array | undefined {
    this.#source ??= { bytes: sourceOf(this.#file) };
    return this.#source.bytes;
  }

  get #file(): string {
    return this.isFolder ? path.join(this.#local, "default.nix") : this.#local;
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
