/** The texts that findings point into, under the names by which the user knows them. */

import path from "node:path";
import type { Range } from "@nivose/nix/message";
import { Positions } from "@nivose/nix/syntax";
import type { Finding, Place } from "../finding.ts";
import type { Repository } from "../source/repository.ts";

export interface FindingSource {
  readonly bytes: Uint8Array;
  readonly positions: Positions;
}

export class FindingSources {
  readonly #repository: Repository;
  readonly #from: string;
  readonly #known = new Map<string, FindingSource | undefined>();
  readonly #secrets = new Map<string, Range[]>();

  /**
   * `from` is the way from the folder in which the user is to the repository: names of files are relative to the former.
   * Secrets that `findings` point at are hidden wherever the lines around them are shown.
   */
  constructor(repository: Repository, from: string, findings: readonly Finding[]) {
    this.#repository = repository;
    this.#from = from;
    for (const { at, related = [] } of findings)
      for (const place of [at, ...related.map((it) => it.at)]) this.#hide(place);
  }

  nameOf(file: string): string {
    return path.join(this.#from, file) || ".";
  }

  get(file: string): FindingSource | undefined {
    if (!this.#known.has(file)) {
      const bytes = this.#masked(file, this.#repository.files.get(file)?.bytes ?? this.#repository.read(file));
      this.#known.set(file, bytes === undefined ? undefined : { bytes, positions: new Positions(bytes) });
    }
    return this.#known.get(file);
  }

  #hide({ file, range, isSecret }: Place): void {
    if (isSecret !== true || range === undefined) return;
    this.#secrets.set(file, [...(this.#secrets.get(file) ?? []), range]);
  }

  #masked(file: string, bytes: Uint8Array | undefined): Uint8Array | undefined {
    const secrets = this.#secrets.get(file);
    if (bytes === undefined || secrets === undefined) return bytes;
    const masked = Uint8Array.from(bytes);
    // line breaks stay, so that places are still those of the file
    for (const { start, end } of secrets)
      for (let at = start; at < Math.min(end, masked.length); at++) if (masked[at] !== 10) masked[at] = STAR;
    return masked;
  }
}

const STAR = 0x2a;
