/**
 * Who evaluates for a fleet. One question at a time goes to a thread of this process, which is there soonest; those that
 * come while it is busy go to other processes, so that a host that takes all memory takes no other along.
 */

import { EvaluationPool, EvaluationSession, type MemoryLimits } from "@nivose/nix/engine";
import type { EvalReply, EvalRequest } from "@nivose/nix/evaluation";

export interface EvaluatorsOptions {
  /** How many evaluations happen at once. */
  readonly workers: number;
  /** Bytes for all of them together; without it, each takes what it needs. */
  readonly memory?: number;
}

/** Of what a worker gets, this part is for values and code; the rest is for texts and tables. */
const HEAP_PART = 0.5;
const LARGEST_HEAP = 2 ** 31;

function limitsOf(bytes: number): MemoryLimits {
  const heapBytes = Math.min(LARGEST_HEAP, bytes * HEAP_PART);
  return { heapBytes, textBytes: bytes - heapBytes };
}

export class Evaluators {
  readonly #session: EvaluationSession;
  readonly #pool: EvaluationPool | undefined;
  readonly #waiting: (() => void)[] = [];
  readonly #processes: number;
  #isBusy = false;
  #inPool = 0;

  constructor({ workers, memory }: EvaluatorsOptions) {
    const limits = memory === undefined ? {} : limitsOf(memory / workers);
    this.#processes = workers - 1;
    this.#session = new EvaluationSession(limits);
    this.#pool = workers > 1 ? new EvaluationPool({ processes: workers - 1, memory: limits }) : undefined;
  }

  /** Evaluates as soon as somebody is free. `onStart` says when that is. */
  async evaluate(
    request: EvalRequest,
    onTrace: (line: string) => void,
    onStart: () => void = () => {},
  ): Promise<EvalReply> {
    while (this.#isBusy && this.#inPool >= this.#processes)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const isHere = !this.#isBusy;
    if (isHere) this.#isBusy = true;
    else this.#inPool++;
    onStart();
    try {
      return await (isHere ? this.#session : this.#pool!).evaluate(request, { onTrace });
    } finally {
      if (isHere) this.#isBusy = false;
      else this.#inPool--;
      this.#waiting.shift()?.();
    }
  }

  async end(): Promise<void> {
    await Promise.all([this.#session.end(), this.#pool?.end()]);
  }
}
