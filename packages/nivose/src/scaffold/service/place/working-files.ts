/** The files of a repository as they become, one edit after the other. */

import type { Repository } from "../../../check/source/repository.ts";
import { SourceFile } from "../../../check/source/source-file.ts";
import type { GrownFile } from "../../growth.ts";

export class WorkingFiles {
  readonly #repository: Repository;
  readonly #changed = new Map<string, SourceFile | undefined>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  get(name: string): SourceFile | undefined {
    return this.#changed.has(name) ? this.#changed.get(name) : this.#repository.files.get(name);
  }

  set(name: string, file: SourceFile | undefined): void {
    this.#changed.set(name, file);
  }

  write(name: string, text: string): void {
    this.set(name, new SourceFile(name, Buffer.from(text)));
  }

  has(name: string): boolean {
    return this.#changed.has(name) ? this.#changed.get(name) !== undefined : this.#repository.exists(name);
  }

  /** As a growth has them; what is as it was is left out. */
  changes(): ReadonlyMap<string, GrownFile | undefined> {
    const changed = [...this.#changed].filter(([name, file]) => {
      const before = this.#repository.read(name);
      return file === undefined || before === undefined ? file !== before : Buffer.compare(file.bytes, before) !== 0;
    });
    return new Map(changed.map(([name, file]) => [name, file === undefined ? undefined : { bytes: file.bytes }]));
  }
}
