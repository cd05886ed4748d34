import type { EvalReply, EvalRequest } from "../evaluation.ts";
import type { EvaluateOptions, MemoryLimits } from "./limits.ts";
import { EvaluationThread } from "./thread.ts";

/**
 * Evaluates in a thread of its own, which has a large stack. A limit that is reached is a failure in the reply;
 * the promise is rejected only if the signal says so, or with what nobody expected.
 */
export async function evaluate(
  request: EvalRequest,
  { memory = {}, ...options }: EvaluateOptions & { readonly memory?: MemoryLimits } = {},
): Promise<EvalReply> {
  options.signal?.throwIfAborted();
  const thread = new EvaluationThread(memory);
  try {
    return await thread.ask(request, options);
  } finally {
    void thread.end();
  }
}
