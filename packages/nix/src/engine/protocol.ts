/** What is said between whoever asks for an evaluation and the thread or the process that carries it out. */

import type { EvalReply, EvalRequest } from "../evaluation.ts";
import type { MemoryLimits } from "./limits.ts";

/** What a thread knows from its start. */
export interface ThreadData {
  readonly heapWords: number | undefined;
}

export interface ToThread {
  readonly request: EvalRequest;
}

/** The lines that are traced come before the reply. */
export type FromThread = { readonly line: string } | { readonly reply: EvalReply };

export interface ToProcess {
  readonly request: EvalRequest;
  readonly memory: MemoryLimits;
}

export type FromProcess = FromThread | { readonly bug: Error };
