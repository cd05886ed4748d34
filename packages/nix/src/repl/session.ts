/**
 * An interpreter's evaluations, one after the other, in a thread that can be stopped in the middle of one. The thread
 * is gone then, with the names that it knew; the next one is told again what brought them into scope. Bindings are lazy,
 * so that costs little.
 */

import { hasWebAssembly } from "../engine/limits.ts";
import { limitFailure, limitMessages } from "../eval/errors/limit-messages.ts";
import { Worker } from "node:worker_threads";
import type { FromRepl, ReplReply, ReplRequest, ReplStart } from "./protocol.ts";

/** Thrown where somebody has stopped the evaluation. */
export class Stopped extends Error {}

export class ReplSession {
  readonly #start: ReplStart;
  readonly #print: (line: string) => void;
  /** What has brought names into scope. */
  #past: ReplRequest[] = [];
  #worker: Worker | undefined;
  #stop: (() => void) | undefined;

  constructor(start: ReplStart, print: (line: string) => void) {
    this.#start = start;
    this.#print = print;
  }

  get isBusy(): boolean {
    return this.#stop !== undefined;
  }

  /** @throws {Stopped} */
  async ask(request: ReplRequest): Promise<ReplReply> {
    if (!hasWebAssembly()) return { ok: false, failure: limitFailure(limitMessages["no-webassembly"]()) };
    // files stand still for a thread: those that have changed are read by another one
    if (request.kind === "load" && this.#past.some(({ kind }) => kind === "load")) await this.#end();
    if (this.#worker === undefined) {
      this.#worker = this.#startWorker();
      for (const each of this.#past) await this.#askWorker(this.#worker, each, () => {});
    }
    const reply = await this.#askWorker(this.#worker, request, this.#print);
    if (reply.ok && "added" in reply) this.#past.push(request);
    // its memory is full
    if (!reply.ok && reply.failure.message?.code === "memory-limit") await this.#end();
    return reply;
  }

  /** Ends the evaluation that is under way, if there is one. */
  stop(): void {
    this.#stop?.();
  }

  /** Forgets all names but those of files, which are read again. Returns the files. */
  async reload(): Promise<readonly ReplRequest[]> {
    const files = this.#past.filter(({ kind }) => kind === "load");
    this.#past = [];
    await this.#end();
    return files;
  }

  async end(): Promise<void> {
    await this.#end();
  }

  #askWorker(worker: Worker, request: ReplRequest, print: (line: string) => void): Promise<ReplReply> {
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        worker.off("message", hear).off("error", fail);
        this.#stop = undefined;
      };
      const hear = (message: FromRepl): void => {
        if ("line" in message) return print(message.line);
        finish();
        resolve(message.reply);
      };
      const fail = (error: Error): void => {
        finish();
        this.#worker = undefined;
        reject(error);
      };
      this.#stop = (): void => {
        finish();
        void this.#end();
        reject(new Stopped());
      };
      worker.on("message", hear).on("error", fail);
      worker.postMessage(request);
    });
  }

  #startWorker(): Worker {
    return new Worker(new URL("./repl.worker.js", import.meta.url), {
      workerData: this.#start,
      resourceLimits: { stackSizeMb: STACK_SIZE, maxOldGenerationSizeMb: TEXT_SIZE },
    });
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

/** Megabytes, as for other evaluations. */
const STACK_SIZE = 900;
const TEXT_SIZE = 4096;
