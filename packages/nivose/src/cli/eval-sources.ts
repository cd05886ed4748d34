/** The texts that an evaluation has read, to be shown. */

import { readFileSync, statSync } from "node:fs";
import type { Expression } from "@nivose/nix/evaluation";
import type { Range } from "@nivose/nix/message";
import { Positions } from "@nivose/nix/syntax";
import type { Source } from "../report/human.ts";

/** A range of a file whose text is known. */
export interface ShownPlace {
  readonly source: Source;
  readonly range: Range;
}

export class Sources {
  readonly #expression: Expression;
  readonly #known = new Map<string, Source | undefined>();

  constructor(expression: Expression) {
    this.#expression = expression;
  }

  get(file: string): Source | undefined {
    if (!this.#known.has(file)) {
      const bytes = this.#bytesOf(file);
      const source = bytes === undefined ? undefined : { name: decoded(file), bytes, positions: new Positions(bytes) };
      this.#known.set(file, source);
    }
    return this.#known.get(file);
  }

  #bytesOf(file: string): Uint8Array | undefined {
    const expression = this.#expression;
    if (expression.kind === "text" && expression.name === file) return expression.text;
    if (!file.startsWith("/")) return undefined;
    const path = Buffer.from(file, "latin1");
    try {
      // `/dev/zero` has no end
      return statSync(path).isFile() ? readFileSync(path) : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Text of the evaluator, which has one character a byte. */
export function decoded(text: string): string {
  return Buffer.from(text, "latin1").toString();
}
