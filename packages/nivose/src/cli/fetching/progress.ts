/** Tells of downloads that take longer than a second: in one line that changes on a terminal, in plain lines elsewhere. */

import type { FetchProgress } from "@nivose/nix/fetch";
import { printable } from "../../report/terminal-text.ts";
import type { Context } from "../context.ts";

/** Milliseconds before anything is told, and between two lines of the same source where lines stay. */
const PATIENCE = 1000;
const PAUSE = 10_000;

export class ProgressReport {
  readonly #context: Pick<Context, "stderr" | "now">;
  readonly #sources = new Map<string, { readonly since: number; told: number; step: string; last: FetchProgress }>();
  #timer: NodeJS.Timeout | undefined;
  #isLineShown = false;

  constructor(context: Pick<Context, "stderr" | "now">) {
    this.#context = context;
  }

  readonly hear = (progress: FetchProgress): void => {
    const now = this.#context.now();
    if (progress.step === "retrying") return this.line(`warning: ${progress.told}; trying again`);
    const known = this.#sources.get(progress.source);
    this.#sources.set(progress.source, {
      since: now,
      told: -Infinity,
      step: "",
      ...known,
      last: progress,
    });
    // before a step that takes its time without a word
    if (known !== undefined && known.last.step !== progress.step) this.#show();
    this.#timer ??= setInterval(() => this.#show(), PATIENCE).unref();
  };

  /** Nothing more is to be told of a source. */
  done(source: string): void {
    this.#sources.delete(source);
    this.#clear();
  }

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#sources.clear();
    this.#clear();
  }

  /** A line that stays. */
  line(text: string): void {
    this.#clear();
    this.#context.stderr.write(`${text}\n`);
  }

  #show(): void {
    const now = this.#context.now();
    const slow = [...this.#sources.values()].filter(({ since }) => now - since >= PATIENCE);
    if (this.#context.stderr.isTerminal) return this.#showLine(slow.map(({ last }) => textOf(last)));
    for (const each of slow) {
      if (each.step === each.last.step && now - each.told < PAUSE) continue;
      this.#context.stderr.write(`${textOf(each.last)}\n`);
      each.told = now;
      each.step = each.last.step;
    }
  }

  #showLine([first, ...others]: readonly string[]): void {
    this.#clear();
    if (first === undefined) return;
    const whole = others.length === 0 ? first : `${first} (and ${others.length} more)`;
    const width = (this.#context.stderr.columns || 80) - 1;
    this.#context.stderr.write(printable(whole).slice(0, width));
    this.#isLineShown = true;
  }

  #clear(): void {
    if (this.#isLineShown) this.#context.stderr.write("\r\u001b[K");
    this.#isLineShown = false;
  }
}

function textOf({ source, step, received, total, told }: FetchProgress): string {
  if (told !== undefined) return `${step} '${source}': ${told}`;
  if (received === undefined) return `${step} '${source}'`;
  return `${step} '${source}': ${size(received)}${total === undefined ? "" : ` of ${size(total)}`}`;
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
