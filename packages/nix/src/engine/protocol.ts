/** What is said between whoever asks for an evaluation and the thread or the process that carries it out. */

import type { EvalReply, EvalRequest, UnitCacheRequest } from "../evaluation.ts";
import type { MemoryLimits } from "./limits.ts";

/** What a thread knows from its start. */
export interface ThreadData {
  readonly heapWords: number | undefined;
  /** If it was started before there was a request: what that will say of the cache, and the time in seconds. */
  readonly ahead?: { readonly cache: UnitCacheRequest | undefined; readonly now: number };
}

export interface ToThread {
  readonly request: EvalRequest;
}

/** The lines that are traced come before the reply. */
export type Answer = { readonly line: string } | { readonly reply: EvalReply };

/** A thread says behind a reply that what is worth keeping is kept. */
export type FromThread = Answer | { readonly kept: true };

export interface ToProcess {
  readonly request: EvalRequest;
  readonly memory: MemoryLimits;
}

export type FromProcess = Answer | { readonly bug: Error };
