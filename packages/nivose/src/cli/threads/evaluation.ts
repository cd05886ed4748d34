/** Evaluates in a thread of its own, whose stack is large enough for what Nix allows. */

import { Worker } from "node:worker_threads";
import type { EvalReply, EvalRequest } from "@nivose/nix/evaluation";

/** Megabytes. A thousand frames of the evaluator take about one. */
const STACK_SIZE = 900;
const TEXTS_SIZE = 4096;

export type Outcome =
  | EvalReply
  | { readonly ok: false; readonly stopped: "timeout" | "interrupt" }
  | { readonly ok: false; readonly crashed: Error };

export interface Watch {
  /** Gets the lines that the expression traces. */
  readonly print: (line: string) => void;
  readonly timeout: number | undefined;
  /** Hands over how to stop the evaluation; returns how to take that back. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

export function evaluateInThread(request: EvalRequest, { print, timeout, onInterrupt }: Watch): Promise<Outcome> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./evaluation.worker.js", import.meta.url), {
      workerData: request,
      resourceLimits: { stackSizeMb: STACK_SIZE, maxOldGenerationSizeMb: TEXTS_SIZE },
    });
    const release = onInterrupt(() => end({ ok: false, stopped: "interrupt" }));
    const alarm =
      timeout === undefined ? undefined : setTimeout(() => end({ ok: false, stopped: "timeout" }), timeout * 1000);
    const end = (outcome: Outcome): void => {
      clearTimeout(alarm);
      release();
      void worker.terminate();
      resolve(outcome);
    };
    worker.on("message", (message: { readonly line: string } | { readonly reply: EvalReply }) => {
      if ("line" in message) print(message.line);
      else end(message.reply);
    });
    worker.on("error", (error) => end({ ok: false, crashed: error }));
  });
}
