/** The texts that findings point into, under the names by which the user knows them. */

import path from "node:path";
import { Positions } from "@nivose/nix/syntax";
import type { Repository } from "../source/repository.ts";

export interface FindingSource {
  readonly bytes: Uint8Array;
  readonly positions: Positions;
}

export class FindingSources {
  readonly #repository: Repository;
  readonly #from: string;
  readonly #known = new Map<string, FindingSource | undefined>();

  /** `from` is the way from the folder in which the user is to the repository: names of files are relative to the former. */
  constructor(repository: Repository, from: string) {
    this.#repository = repository;
    this.#from = from;
  }

  nameOf(file: string): string {
    return path.join(this.#from, file) || ".";
  }

  get(file: string): FindingSource | undefined {
    if (!this.#known.has(file)) {
      const bytes = this.#repository.files.get(file)?.bytes ?? this.#repository.read(file);
      this.#known.set(file, bytes === undefined ? undefined : { bytes, positions: new Positions(bytes) });
    }
    return this.#known.get(file);
  }
}
