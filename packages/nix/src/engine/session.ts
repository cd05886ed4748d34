/**
 * Several evaluations in one thread, one after the other. None depends on another: each sees the files as they are then.
 * But the thread is warm, files that are the same are compiled already, and the memory is at hand.
 */

import type { EvalReply, EvalRequest } from "../evaluation.ts";
import type { EvaluateOptions, MemoryLimits } from "./limits.ts";
import { EvaluationThread } from "./thread.ts";

export class EvaluationSession {
  readonly #memory: MemoryLimits;
  #thread: EvaluationThread | undefined;
  #settings = "";
  #last: Promise<unknown> = Promise.resolve();

  constructor(memory: MemoryLimits = {}) {
    this.#memory = memory;
  }

  /**
   * Evaluates when what was asked for before is done. Evaluations of different settings share nothing, and neither do
   * those before and behind one that was stopped or that took too much: another thread begins with an empty memory.
   */
  evaluate(request: EvalRequest, options: EvaluateOptions = {}): Promise<EvalReply> {
    const reply = this.#last.then(() => this.#evaluate(request, options));
    this.#last = reply.catch(() => {});
    return reply;
  }

  async end(): Promise<void> {
    await this.#thread?.end();
  }

  async #evaluate(request: EvalRequest, options: EvaluateOptions): Promise<EvalReply> {
    options.signal?.throwIfAborted();
    const settings = settingsText(request);
    if (this.#thread?.isAlive !== true || settings !== this.#settings) {
      await this.#thread?.end();
      this.#thread = new EvaluationThread(this.#memory);
      this.#settings = settings;
    }
    const reply = await this.#thread.ask(request, options);
    if (!reply.ok && reply.failure.message?.code === "memory-limit") await this.#thread.end();
    return reply;
  }
}

function settingsText({ settings }: EvalRequest): string {
  return JSON.stringify(settings, (_, value: unknown) => (value instanceof Set ? [...value] : value));
}
