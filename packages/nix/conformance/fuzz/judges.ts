/** Both evaluators, asked the same. */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { batchFile, type Outcome } from "./cases.ts";
import type { Question } from "./our-side.ts";
import { RealRepl } from "./real-repl.ts";
import { writeScratchTree } from "./scratch-tree.ts";

export interface OurSide {
  ask(question: Question, count: number): Promise<Outcome[]>;
}

export class Judges {
  readonly #real: RealRepl;
  readonly #ours: OurSide;
  readonly #folder: string;
  #batches = 0;

  /** `scratch` is a folder for the files that the cases read, and for a store. */
  constructor(command: string, scratch: string, ours: OurSide) {
    const store = path.join(scratch, "store");
    mkdirSync(store);
    this.#folder = path.join(scratch, "files");
    writeScratchTree(this.#folder);
    this.#real = new RealRepl(command, store);
    this.#ours = ours;
  }

  /** What we and what real Nix make of each case. */
  async outcomes(sources: readonly string[]): Promise<[Outcome, Outcome][]> {
    const file = path.join(this.#folder, `batch-${++this.#batches}.nix`);
    writeFileSync(file, batchFile(sources), "latin1");
    const question: Question = { file, maxCallDepth: 1000, home: homedir() };
    const indices = sources.map((_, index) => index);
    const [ours, theirs] = await Promise.all([
      this.#ours.ask(question, sources.length),
      this.#real.ask(question, indices),
    ]);
    rmSync(file);
    return ours.map((each, index) => [each, theirs[index]!]);
  }
}
