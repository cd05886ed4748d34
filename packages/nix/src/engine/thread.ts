/** One thread that evaluates, asked one thing at a time. What ends an evaluation in the middle ends the thread. */

import type { Worker } from "node:worker_threads";
import { limitMessages } from "../eval/errors/limit-messages.ts";
import type { EvalReply, EvalRequest } from "../evaluation.ts";
import { failed, type Stop, watch } from "./deadline.ts";
import { type EvaluateOptions, hasWebAssembly, type MemoryLimits } from "./limits.ts";
import type { FromThread, ToThread } from "./protocol.ts";
import { startWorker } from "./worker.ts";

export class EvaluationThread {
  /** None if the system had no room for another thread. */
  readonly #worker: Worker | undefined;
  #isAlive = true;
  /** What has to be waited for before the thread may end, so that nothing is left half written. */
  #kept: Promise<void> = Promise.resolve();

  constructor(memory: MemoryLimits) {
    this.#worker = hasWebAssembly() ? startWorker(memory) : undefined;
    // an error between two requests is told to the next one
    const died = (): void => void (this.#isAlive = false);
    this.#worker?.on("error", died).on("exit", died);
  }

  /** Whether it can be asked again. */
  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Rejects if the signal says so, or with what nobody expected. */
  ask(request: EvalRequest, options: EvaluateOptions): Promise<EvalReply> {
    const worker = this.#worker;
    if (!hasWebAssembly()) return Promise.resolve(failed(limitMessages["no-webassembly"]()));
    if (worker === undefined) return Promise.resolve(failed(limitMessages["memory-limit"]()));
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        release();
        worker.off("message", hear).off("error", fail).off("exit", exit);
      };
      const hear = (message: FromThread): void => {
        if ("line" in message) return options.onTrace?.(message.line);
        if (!("reply" in message)) return;
        finish();
        this.#kept = untilKept(worker);
        resolve(message.reply);
      };
      const fail = (error: NodeJS.ErrnoException): void => {
        finish();
        if (isOutOfMemory(error)) resolve(failed(limitMessages["memory-limit"]()));
        else reject(error);
      };
      const exit = (): void => fail(new Error("the thread of the evaluation has ended"));
      const stop = (why: Stop): void => {
        finish();
        void this.end();
        if ("reply" in why) resolve(why.reply);
        else reject(why.reason);
      };
      const release = watch(options, stop);
      worker.on("message", hear).on("error", fail).on("exit", exit);
      worker.postMessage({ request } satisfies ToThread);
    });
  }

  /** Ends the thread, once it has kept what its last answer was made from. */
  async end(): Promise<void> {
    this.#isAlive = false;
    await this.#kept;
    await this.#worker?.terminate();
  }
}

function untilKept(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    const hear = (message: FromThread): void => {
      if (!("kept" in message)) return;
      worker.off("message", hear).off("exit", resolve);
      resolve();
    };
    worker.on("message", hear).on("exit", resolve);
  });
}

/** Whether there is no more memory for the thread, or was none to start it. */
function isOutOfMemory(error: NodeJS.ErrnoException): boolean {
  const { code } = error;
  return code === "ERR_WORKER_OUT_OF_MEMORY" || code === "ERR_WORKER_INIT_FAILED" || error instanceof RangeError;
}
