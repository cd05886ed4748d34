/** Says how far something has come that takes longer than a second: one line that changes on a terminal, else a line for each. */

import type { Context } from "./context.ts";

const PATIENCE = 1000;
const CLEAR_LINE = "\r\u001b[K";

export class Progress {
  readonly #context: Context;
  readonly #begun: number;
  readonly #running = new Set<string>();
  readonly #alarm: NodeJS.Timeout;
  #count = 0;
  #done = 0;
  #isShown = false;

  constructor(context: Context) {
    this.#context = context;
    this.#begun = context.now();
    this.#alarm = setTimeout(() => this.#show(), PATIENCE);
    this.#alarm.unref();
  }

  /** Something more is to be done. */
  expect(): void {
    this.#count++;
  }

  start(what: string): void {
    this.#running.add(what);
    this.#show();
  }

  finish(what: string): void {
    this.#done++;
    this.#running.delete(what);
    if (this.#isTerminal) this.#show();
    else if (this.#isLate) this.#context.stderr.write(`${this.#done} of ${this.#count}: ${what}\n`);
  }

  /** Prints a line without disturbing the one that changes. */
  write(text: string | Uint8Array): void {
    this.#clear();
    this.#context.stderr.write(text);
    this.#show();
  }

  end(): void {
    clearTimeout(this.#alarm);
    this.#clear();
  }

  #show(): void {
    if (!this.#isTerminal || !this.#isLate || this.#running.size === 0) return;
    const text = `${this.#done} of ${this.#count}: ${[...this.#running].join(", ")}`;
    const width = (this.#context.stderr.columns ?? 80) - 1;
    this.#context.stderr.write(CLEAR_LINE + (text.length > width ? `${text.slice(0, width - 1)}…` : text));
    this.#isShown = true;
  }

  #clear(): void {
    if (this.#isShown) this.#context.stderr.write(CLEAR_LINE);
    this.#isShown = false;
  }

  get #isTerminal(): boolean {
    return this.#context.stderr.isTerminal;
  }

  get #isLate(): boolean {
    return this.#context.now() - this.#begun >= PATIENCE;
  }
}
