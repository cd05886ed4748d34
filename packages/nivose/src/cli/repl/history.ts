/** The lines that were typed into the interpreter, in a file that only its user may read. */

import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** How many lines are kept at least, and offered at most. */
const LINES = 1000;

export class History {
  readonly #file: string;

  constructor(stateHome: string) {
    this.#file = path.join(stateHome, "nivose/repl-history");
  }

  /** The newest first. The file is shortened when it has become long. */
  read(): string[] {
    try {
      const lines = readFileSync(this.#file, "utf8")
        .split("\n")
        .filter((line) => line !== "");
      if (lines.length > LINES * 2) writeFileSync(this.#file, `${lines.slice(-LINES).join("\n")}\n`, { mode: 0o600 });
      return lines.slice(-LINES).toReversed();
    } catch {
      return [];
    }
  }

  /** A history that cannot be written is no reason not to go on. */
  add(line: string): void {
    if (line.trim() === "") return;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
      appendFileSync(this.#file, `${line}\n`, { mode: 0o600 });
    } catch {
      // a read-only home, for example
    }
  }
}
