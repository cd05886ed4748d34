/**
 * The options that NixOS, nix-darwin and Home Manager declare themselves, as paper has them: files that are read when an
 * option in them is asked for.
 */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isEntry, type OptionEntry, type OptionSet } from "./data/option-set.ts";

/** The release that paper is of. */
export const LISTED_RELEASE = "24.11";

export type OptionSource = "nixos" | "darwin" | "home";

/** A folder of the repository, and the flake in which the package has it. */
const places: Readonly<Record<OptionSource, { readonly data: string; readonly flake: string }>> = {
  nixos: { data: "nixos", flake: "nixpkgs" },
  darwin: { data: "nix-darwin", flake: "nix-darwin" },
  home: { data: "home-manager", flake: "home-manager" },
};

export function optionData(source: OptionSource): OptionData {
  const { data, flake } = places[source];
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const found = [`paper/${flake}/data/options`, `data/paper/${data}/options`].find((each) =>
      existsSync(path.join(folder, each)),
    );
    if (found !== undefined) return new OptionData(path.join(folder, found));
    const above = path.dirname(folder);
    if (above === folder) throw new Error(`the options of ${source} are missing`);
    folder = above;
  }
}

interface Index {
  readonly files: Readonly<Record<string, 0>>;
  readonly folders: Readonly<Record<string, 0>>;
}

/** What a file has in it. */
export interface OptionFile {
  /** The path that its options are at. */
  readonly path: readonly string[];
  /** Where its options are declared that say nothing else. */
  readonly declared: readonly string[];
  readonly options: OptionEntry | OptionSet;
  /** Beside it, in Nix, if there are defaults that are computed. */
  readonly expressions: string | undefined;
}

export class OptionData {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether something can be set at this path: it is an option, lies within one, or options lie below it. */
  has(option: readonly (string | undefined)[]): boolean {
    return this.#within(this.#folder, option);
  }

  /** The option at this path, or the set of those below it; nothing if there is neither, or it lies within an option. */
  at(option: readonly string[]): OptionEntry | OptionSet | undefined {
    return this.#memberAt(this.#folder, option);
  }

  /** The first names of all paths. */
  firstNames(): readonly string[] {
    const { files, folders } = indexOf(this.#folder);
    return [...Object.keys(files), ...Object.keys(folders)];
  }

  /** All of them, file by file. */
  files(): Generator<OptionFile> {
    return this.#below(this.#folder, []);
  }

  #within(folder: string, [name, ...rest]: readonly (string | undefined)[]): boolean {
    // a part that is not known stands for any
    if (name === undefined) return true;
    const index = indexOf(folder);
    if (Object.hasOwn(index.folders, name)) return this.#within(path.join(folder, name), rest);
    return Object.hasOwn(index.files, name) && hasMember(readOptions(folder, name).options, rest);
  }

  #memberAt(folder: string, option: readonly string[]): OptionEntry | OptionSet | undefined {
    const { files, folders } = indexOf(folder);
    const [name, ...rest] = option;
    if (name === undefined) {
      const names = [...Object.keys(files), ...Object.keys(folders)];
      return Object.fromEntries(names.map((each) => [each, this.#memberAt(folder, [each])!]));
    }
    if (Object.hasOwn(folders, name)) return this.#memberAt(path.join(folder, name), rest);
    return Object.hasOwn(files, name) ? memberIn(readOptions(folder, name).options, rest) : undefined;
  }

  *#below(folder: string, at: readonly string[]): Generator<OptionFile> {
    const { files, folders } = indexOf(folder);
    for (const name of Object.keys(files)) {
      const expressions = path.join(folder, `${name}.nix`);
      yield {
        path: [...at, name],
        ...readOptions(folder, name),
        expressions: existsSync(expressions) ? readFileSync(expressions, "utf8") : undefined,
      };
    }
    for (const name of Object.keys(folders)) yield* this.#below(path.join(folder, name), [...at, name]);
  }
}

function hasMember(member: OptionEntry | OptionSet, [name, ...rest]: readonly (string | undefined)[]): boolean {
  if (isEntry(member) || name === undefined) return true;
  return Object.hasOwn(member, name) && hasMember(member[name]!, rest);
}

function memberIn(
  member: OptionEntry | OptionSet,
  [name, ...rest]: readonly string[],
): OptionEntry | OptionSet | undefined {
  if (name === undefined) return member;
  return isEntry(member) || !Object.hasOwn(member, name) ? undefined : memberIn(member[name]!, rest);
}

function indexOf(folder: string): Index {
  return JSON.parse(readFileSync(path.join(folder, "index.json"), "utf8")) as Index;
}

function readOptions(folder: string, name: string): Pick<OptionFile, "declared" | "options"> {
  return JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8")) as OptionFile;
}
