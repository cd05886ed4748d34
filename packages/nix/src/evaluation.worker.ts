/**
 * The thread in which expressions are evaluated: its stack is large enough for the deepest recursion. It answers one
 * request after the other and keeps the code of what it has imported; `engine/thread.ts` is its other end.
 */

import { parentPort, workerData } from "node:worker_threads";
import { type LoadedEvaluator, loadEvaluator } from "./engine/load-evaluator.ts";
import type { FromThread, ThreadData, ToThread } from "./engine/protocol.ts";

const port = parentPort!;
const { heapWords } = workerData as ThreadData;
const tell = (message: FromThread): void => port.postMessage(message);

let loaded: LoadedEvaluator | undefined;

port.on("message", async ({ request }: ToThread) => {
  if (loaded === undefined) {
    loaded = await loadEvaluator(request.cache?.folder);
    if (heapWords !== undefined) loaded.evaluator.setHeapLimit(heapWords);
  }
  const { forgetValues, keepCompiled, runEvaluation } = loaded.evaluator;
  forgetValues();
  tell({ reply: runEvaluation(request, (line) => tell({ line })) });
  keepCompiled(request);
  loaded.keepCode();
  tell({ kept: true });
});
