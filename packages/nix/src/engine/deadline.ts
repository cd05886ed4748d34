/** What may end an evaluation from outside: its caller, or its time. */

import type { EvalReply } from "../evaluation.ts";
import { limitFailure, limitMessages } from "../eval/errors/limit-messages.ts";
import type { Message } from "../message.ts";
import type { EvaluateOptions } from "./limits.ts";

export type Stop = { readonly reason: unknown } | { readonly reply: EvalReply };

/** Calls `stop` once, when the signal or the time says so. Returns how to stop watching. Throws if it is too late. */
export function watch({ signal, time }: EvaluateOptions, stop: (why: Stop) => void): () => void {
  signal?.throwIfAborted();
  const abort = (): void => stop({ reason: signal?.reason });
  signal?.addEventListener("abort", abort, { once: true });
  const alarm =
    time === undefined
      ? undefined
      : setTimeout(() => stop({ reply: failed(limitMessages["time-limit"](String(time / 1000))) }), time);
  return () => {
    signal?.removeEventListener("abort", abort);
    clearTimeout(alarm);
  };
}

/** The reply to a request that reached a limit. */
export function failed(message: Message): EvalReply {
  return { ok: false, output: "", failure: limitFailure(message) };
}
