/**
 * The thread in which expressions are evaluated: its stack is large enough for the deepest recursion. It answers one
 * request after the other and keeps the code of what it has imported; `engine/thread.ts` is its other end.
 */

import { parentPort, workerData } from "node:worker_threads";
import type { FromThread, ThreadData, ToThread } from "./engine/protocol.ts";
import { setHeapLimit } from "./eval/memory/heap.ts";
import { forgetValues, keepCompiled, runEvaluation } from "./evaluation.ts";

const port = parentPort!;
const { heapWords } = workerData as ThreadData;
if (heapWords !== undefined) setHeapLimit(heapWords);

const tell = (message: FromThread): void => port.postMessage(message);

port.on("message", ({ request }: ToThread) => {
  forgetValues();
  tell({ reply: runEvaluation(request, (line) => tell({ line })) });
  keepCompiled(request);
  tell({ kept: true });
});
