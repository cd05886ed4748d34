/** A Nix file of the repository, read once: its bytes, its tree and what its names mean. */

import type { Range } from "@nivose/nix/message";
import { analyze, type Analysis, parse, type Positions, type Ref, SymbolTable, type Tree } from "@nivose/nix/syntax";
import type { Place } from "../finding.ts";

const symbols = new SymbolTable();

export class SourceFile {
  /** Relative to the repository. */
  readonly name: string;
  readonly bytes: Uint8Array;
  #tree: Tree | undefined;
  #analysis: Analysis | undefined;

  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.bytes = bytes;
  }

  /** Complete, also if the file is broken. */
  get tree(): Tree {
    return (this.#tree ??= parse(this.bytes, { pipeOperators: true }));
  }

  /** What each token means as a variable. */
  get analysis(): Analysis {
    return (this.#analysis ??= analyze(this.tree, { symbols }));
  }

  get positions(): Positions {
    return this.tree.positions;
  }

  /** The outermost expression. */
  get expression(): Ref {
    return this.tree.child(this.tree.root, 0);
  }

  text(ref: Ref): string {
    return Buffer.from(this.tree.text(ref), "latin1").toString();
  }

  at(place: Ref | Range): Place {
    return { file: this.name, range: typeof place === "number" ? this.tree.range(place) : place };
  }
}
