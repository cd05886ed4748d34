/**
 * Several evaluations at once, in as many processes. An evaluation that takes all the memory there is, or that somebody
 * kills, takes no other along: threads of one process would.
 */

import { limitMessages } from "../eval/errors/limit-messages.ts";
import type { EvalReply, EvalRequest } from "../evaluation.ts";
import { failed } from "./deadline.ts";
import type { EvaluateOptions, MemoryLimits } from "./limits.ts";
import { EvaluationProcess } from "./process.ts";

export interface PoolOptions {
  /** How many evaluations happen at once at most. Processes are started when they are needed. */
  readonly processes: number;
  /** For each of the processes. */
  readonly memory?: MemoryLimits;
}

export class EvaluationPool {
  readonly #memory: MemoryLimits;
  readonly #all = new Set<EvaluationProcess>();
  readonly #idle: EvaluationProcess[] = [];
  /** Those who wait for their turn. */
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #hasEnded = false;

  constructor({ processes, memory = {} }: PoolOptions) {
    this.#free = processes;
    this.#memory = memory;
  }

  /**
   * Evaluates as soon as a process is free. A process that dies is replaced and the request sent once more; if that dies,
   * too, or ran out of memory, the reply is a failure. The time counts from the moment in which the evaluation begins.
   */
  async evaluate(request: EvalRequest, options: EvaluateOptions = {}): Promise<EvalReply> {
    await this.#turn();
    try {
      let how = "";
      for (let attempt = 0; attempt < 2; attempt++) {
        options.signal?.throwIfAborted();
        if (this.#hasEnded) throw new Error("the pool has ended");
        const answer = await this.#ask(request, options);
        if (!("died" in answer)) return answer;
        if (answer.ranOutOfMemory) return failed(limitMessages["memory-limit"]());
        how = answer.died;
      }
      return failed(limitMessages["evaluator-died"](how));
    } finally {
      this.#free++;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all processes, whatever they do; what is not evaluated by then is rejected. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    await Promise.all([...this.#all].map((each) => each.end()));
  }

  async #ask(request: EvalRequest, options: EvaluateOptions): ReturnType<EvaluationProcess["ask"]> {
    let process = this.#idle.pop();
    while (process?.isAlive === false) {
      this.#all.delete(process);
      process = this.#idle.pop();
    }
    process ??= new EvaluationProcess(this.#memory);
    this.#all.add(process);
    try {
      return await process.ask(request, options);
    } finally {
      if (process.isAlive) this.#idle.push(process);
      else this.#all.delete(process);
    }
  }

  async #turn(): Promise<void> {
    while (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#free--;
  }
}
