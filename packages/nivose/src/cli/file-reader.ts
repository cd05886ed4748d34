/** The files that an evaluation speaks of, as they are on the disk. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ReadFile } from "../explain/read-file.ts";
import type { Context } from "./context.ts";

/**
 * Files of the repository are named from where the user is, copies in the store by what they are copies of, and those of inputs
 * that have a name as Nix has files of the search path: `<nixpkgs/lib/modules.nix>`.
 */
export function fileReader(
  copies: Readonly<Record<string, string>>,
  root: string,
  { cwd }: Context,
  names: ReadonlyMap<string, string> = new Map(),
): ReadFile {
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
    const input = isOwn ? undefined : [...names.keys()].find((top) => place.startsWith(`${top}/`));
    const named = input === undefined ? undefined : { name: names.get(input)!, below: place.slice(input.length) };
    return new LazyFile({ local, named, suffix: rest.join(""), isOwn, cwd });
  }
}

interface FilePlace {
  readonly local: string;
  /** The input that it is in, and the way to it from there. */
  readonly named: { readonly name: string; readonly below: string } | undefined;
  readonly suffix: string;
  readonly isOwn: boolean;
  readonly cwd: string;
}

/** There are thousands of modules in a host, and few of them are looked at. */
class LazyFile implements ReturnType<ReadFile> {
  readonly #place: FilePlace;
  #isFolder: boolean | undefined;
  #source: { readonly bytes: Uint8Array | undefined } | undefined;

  constructor(place: FilePlace) {
    this.#place = place;
  }

  get isOwn(): boolean {
    return this.#place.isOwn;
  }

  get isFolder(): boolean {
    const { local } = this.#place;
    this.#isFolder ??= local.startsWith("/") && existsSync(path.join(local, "default.nix"));
    return this.#isFolder;
  }

  get name(): string {
    const { named, suffix, isOwn, cwd } = this.#place;
    if (named !== undefined) return `<${named.name}${named.below}${this.isFolder ? "/default.nix" : ""}>${suffix}`;
    return (isOwn ? path.relative(cwd, this.#file) || "." : this.#file) + suffix;
  }

  get source(): Uint8Array | undefined {
    this.#source ??= { bytes: sourceOf(this.#file) };
    return this.#source.bytes;
  }

  get #file(): string {
    const { local } = this.#place;
    return this.isFolder ? path.join(local, "default.nix") : local;
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
