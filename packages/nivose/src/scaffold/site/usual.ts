/** What the hosts of a repository have in common: modules that all or most of them import, and settings that all of them have. */

import type { Ref } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { namedPathsIn } from "../../check/source/file-references.ts";
import { importKey, importsOf } from "./imports-of.ts";
import { leavesIn, type ModuleStart, piecesOf } from "./leaves.ts";
import { renamedText } from "./renaming.ts";

/** One file of a host, and what counts as its own there. */
export interface HostModule {
  readonly file: SourceFile;
  readonly starts: readonly ModuleStart[];
  readonly name: string;
  /** Folders and files of its name. */
  readonly roots: readonly string[];
}

export class Usual {
  /** How many hosts there are to look at. */
  readonly #hosts: number;
  readonly #counts = new Map<string, number>();

  /** By host, its files. */
  constructor(hosts: readonly (readonly HostModule[])[]) {
    this.#hosts = hosts.length;
    for (const modules of hosts) {
      const seen = new Set(modules.flatMap((module) => [...keysOf(module)]));
      for (const key of seen) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  isUsualImport(module: HostModule, ref: Ref): boolean {
    const key = importKeyOf(module, ref);
    if (key === undefined) return false;
    if (this.#hosts === 1) return !/hardware|disk|facter|\0/iu.test(key);
    return (this.#counts.get(key) ?? 0) * 2 > this.#hosts;
  }

  isUsualSetting(module: HostModule, path: readonly (string | undefined)[], value: Ref): boolean {
    const { file } = module;
    if (namesOwnFile(module, value)) return false;
    return this.#hosts > 1 && this.#counts.get(settingKey(module, path, file.text(value))) === this.#hosts;
  }
}

/** Whatever is the host's own is nobody else's. */
function importKeyOf({ file, roots, name }: HostModule, ref: Ref): string | undefined {
  const key = importKey(file, ref);
  if (roots.some((root) => key === root || key.startsWith(`${root}/`))) return undefined;
  return `imports ${renamedText(key, [{ from: name, to: "\0" }])}`;
}

function namesOwnFile({ file, roots }: HostModule, value: Ref): boolean {
  const { start, end } = file.tree.range(value);
  return namedPathsIn(file, "").some(
    ({ range, target }) =>
      range.start >= start &&
      range.end <= end &&
      roots.some((root) => target === root || target.startsWith(`${root}/`)),
  );
}

function settingKey({ name }: HostModule, path: readonly (string | undefined)[], text: string): string {
  return `${path.join(".")} = ${renamedText(text, [{ from: name, to: "\0" }]).replaceAll(/\s+/gu, " ")}`;
}

function* keysOf(module: HostModule): Generator<string> {
  const { file, starts } = module;
  for (const { path, value } of leavesIn(starts.flatMap((start) => piecesOf(file, start) ?? []))) {
    if (value === undefined) continue;
    if (path.at(-1) !== "imports" && path.join(".") !== "includes") yield settingKey(module, path, file.text(value));
    else for (const { ref } of importsOf(file, value)) yield importKeyOf(module, ref) ?? "";
  }
}
