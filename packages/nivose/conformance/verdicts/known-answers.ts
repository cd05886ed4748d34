/** Answers of the real NixOS, kept in a file, one a line, so that a run that was stopped goes on. */

import { appendFileSync, existsSync, readFileSync } from "node:fs";

export class KnownAnswers {
  readonly #file: string;
  readonly #known: Map<string, unknown>;

  constructor(file: string) {
    this.#file = file;
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    this.#known = new Map(lines.filter((line) => line !== "").map((line) => JSON.parse(line) as [string, unknown]));
  }

  has(question: string): boolean {
    return this.#known.has(question);
  }

  known<Answer>(question: string): Answer | undefined {
    return this.#known.get(question) as Answer | undefined;
  }

  /** Those that begin so. */
  questions(beginning: string): string[] {
    return [...this.#known.keys()].filter((question) => question.startsWith(beginning));
  }

  async recall<Answer>(question: string, find: () => Promise<Answer>): Promise<Answer> {
    if (!this.#known.has(question)) {
      const answer = await find();
      this.#known.set(question, answer);
      appendFileSync(this.#file, `${JSON.stringify([question, answer])}\n`);
      process.stderr.write(`${this.#known.size}: ${question.slice(0, 80)}\n`);
    }
    return this.#known.get(question) as Answer;
  }
}
