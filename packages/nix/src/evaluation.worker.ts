/**
 * The thread in which expressions are evaluated: its stack is large enough for the deepest recursion. It answers one
 * request after the other and keeps the code of what it has imported; `engine/thread.ts` is its other end.
 */

import { parentPort, workerData } from "node:worker_threads";
import { type LoadedEvaluator, loadEvaluator } from "./engine/load-evaluator.ts";
import type { FromThread, ThreadData, ToThread } from "./engine/protocol.ts";

const port = parentPort!;
const { heapWords, ahead } = workerData as ThreadData;
const tell = (message: FromThread): void => port.postMessage(message);

let loading: Promise<LoadedEvaluator> | undefined;

async function load(folder: string | undefined): Promise<LoadedEvaluator> {
  const loaded = await loadEvaluator(folder);
  if (heapWords !== undefined) loaded.evaluator.setHeapLimit(heapWords);
  return loaded;
}

port.on("message", async ({ request }: ToThread) => {
  loading ??= load(request.cache?.folder);
  const { evaluator, keepCode } = await loading;
  const { forgetValues, keepCompiled, runEvaluation } = evaluator;
  forgetValues();
  tell({ reply: runEvaluation(request, (line) => tell({ line })) });
  keepCompiled(request);
  keepCode();
  tell({ kept: true });
});

if (ahead !== undefined) {
  const { cache, now } = ahead;
  loading = load(cache?.folder);
  const { evaluator } = await loading;
  evaluator.warmUpAhead(cache === undefined ? undefined : { ...cache, now });
}
