/** The texts that an evaluation has read, to be shown. */

import { readFileSync, statSync } from "node:fs";
import type { TraceSource } from "@nivose/nix/evaluation";
import type { Range } from "@nivose/nix/message";
import { parse, Positions, type Tree } from "@nivose/nix/syntax";
import type { Source } from "../../report/human.ts";

/** A range of a file whose text is known. */
export interface ShownPlace {
  readonly source: Source;
  readonly range: Range;
}

export class Sources {
  readonly #known = new Map<string | Uint8Array, Source | undefined>();
  readonly #trees = new Map<Source, Tree>();

  get({ file, text }: TraceSource): Source | undefined {
    const key = text ?? file;
    if (!this.#known.has(key)) {
      const bytes = text ?? bytesOf(file);
      const source = bytes === undefined ? undefined : { name: decoded(file), bytes, positions: new Positions(bytes) };
      this.#known.set(key, source);
    }
    return this.#known.get(key);
  }

  tree(of: TraceSource): Tree | undefined {
    const source = this.get(of);
    return source === undefined ? undefined : this.treeOf(source);
  }

  treeOf(source: Source): Tree {
    const tree = this.#trees.get(source) ?? parse(source.bytes, { pipeOperators: true });
    this.#trees.set(source, tree);
    return tree;
  }
}

function bytesOf(file: string): Uint8Array | undefined {
  if (!file.startsWith("/")) return undefined;
  const path = Buffer.from(file, "latin1");
  try {
    // `/dev/zero` has no end
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Text of the evaluator, which has one character a byte. */
export function decoded(text: string): string {
  return Buffer.from(text, "latin1").toString();
}

/** Text as the evaluator has it, one character a byte. */
export function encoded(text: string): string {
  return Buffer.from(text).toString("latin1");
}
