/** Our evaluator in a thread that starts anew when its memory fills, when it hangs, and when a case takes it down. */

import { Worker } from "node:worker_threads";
import type { Outcome } from "./cases.ts";
import type { Question } from "./our-side.ts";

/** Milliseconds that one case may take. */
const PATIENCE = 20_000;
/** Cases before the thread is replaced: an evaluator keeps what it has made. */
const LIFETIME = 20_000;

const FULL = "out of memory";

export class OurThread {
  readonly #script: string;
  #worker: Worker | undefined;
  #asked = 0;
  /** Gets an outcome, or why the thread has ended. */
  #hear: (said: Outcome | string) => void = () => {};

  /** `script` is the file of which the thread is made; it answers questions with outcomes. */
  constructor(script: string) {
    this.#script = script;
  }

  async ask(question: Question, count: number): Promise<Outcome[]> {
    this.#asked += count;
    if (this.#asked > LIFETIME) await this.end();
    const outcomes: Outcome[] = [];
    while (outcomes.length < count) {
      const from = outcomes.length;
      const failure = await this.#converse(question, from, count, outcomes);
      if (failure === undefined) continue;
      // memory is given back with the thread
      if (failure !== FULL) outcomes.push({ printed: [], result: { kind: "crash", text: failure } });
      await this.end();
    }
    return outcomes;
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
    this.#asked = 0;
  }

  /** Returns what has ended it before its time. */
  #converse(question: Question, from: number, count: number, outcomes: Outcome[]): Promise<string | undefined> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve) => {
      const end = (failure?: string): void => {
        clearTimeout(alarm);
        this.#hear = () => {};
        resolve(failure);
      };
      let alarm = setTimeout(end, PATIENCE, "no answer");
      this.#hear = (said) => {
        clearTimeout(alarm);
        if (typeof said === "string") return end(said);
        outcomes.push(said);
        if (said.result.text === FULL) end(FULL);
        else if (outcomes.length === count) end();
        else alarm = setTimeout(end, PATIENCE, "no answer");
      };
      worker.postMessage({ question, from, count });
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: { stackSizeMb: 900, maxOldGenerationSizeMb: 4000 } });
    worker.on("message", (outcome: Outcome) => this.#hear(outcome));
    worker.on("error", (error) => this.#hear(error.stack ?? error.message));
    return worker;
  }
}
