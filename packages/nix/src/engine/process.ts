/** One process that evaluates, asked one thing at a time. */

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { EvalReply, EvalRequest } from "../evaluation.ts";
import { type Stop, watch } from "./deadline.ts";
import type { EvaluateOptions, MemoryLimits } from "./limits.ts";
import type { FromProcess, ToProcess } from "./protocol.ts";

/** How a process ended that nobody had told to. */
export interface Death {
  readonly died: string;
  readonly ranOutOfMemory: boolean;
}

/** What V8 says on standard error before it gives up. */
const OUT_OF_MEMORY = /out of memory|Allocation failed|invalid (?:array|table|size)/u;
const LAST_WORDS = 4096;

export class EvaluationProcess {
  readonly #memory: MemoryLimits;
  readonly #child: ChildProcess;
  #lastWords = "";
  #isAlive = true;

  constructor(memory: MemoryLimits) {
    this.#memory = memory;
    this.#child = fork(fileURLToPath(new URL("./evaluation.process.js", import.meta.url)), [], {
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const died = (): void => void (this.#isAlive = false);
    this.#child.on("error", died).on("exit", died);
    this.#child.stderr!.on("data", (data: Buffer) => {
      this.#lastWords = (this.#lastWords + data.toString()).slice(-LAST_WORDS);
    });
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Rejects if the signal says so, or with what nobody expected. */
  ask(request: EvalRequest, options: EvaluateOptions): Promise<EvalReply | Death> {
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        release();
        this.#child.off("message", hear).off("error", fail).off("close", close);
      };
      const hear = (received: unknown): void => {
        const message = received as FromProcess;
        if ("line" in message) return options.onTrace?.(message.line);
        finish();
        if ("reply" in message) resolve(message.reply);
        else reject(message.bug);
      };
      const fail = (error: Error): void => {
        finish();
        reject(error);
      };
      // after the last words, which `exit` may be before
      const close = (status: number | null, signal: NodeJS.Signals | null): void => {
        finish();
        resolve({ died: signal ?? `status ${status}`, ranOutOfMemory: OUT_OF_MEMORY.test(this.#lastWords) });
      };
      const stop = (why: Stop): void => {
        finish();
        void this.end();
        if ("reply" in why) resolve(why.reply);
        else reject(why.reason);
      };
      const release = watch(options, stop);
      this.#child.on("message", hear).on("error", fail).on("close", close);
      if (this.#isAlive) this.#child.send({ request, memory: this.#memory } satisfies ToProcess, () => {});
    });
  }

  /** Ends the process whatever it does, and waits until it is gone. */
  async end(): Promise<void> {
    this.#isAlive = false;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once("exit", resolve).once("error", resolve));
    this.#child.kill("SIGKILL");
    await gone;
  }
}
