/**
 * The thread in which expressions are evaluated: its stack is large enough for the deepest recursion. It answers one
 * request after the other and keeps what it has imported; `engine/thread.ts` is its other end.
 */

import { parentPort, workerData } from "node:worker_threads";
import type { FromThread, ThreadData, ToThread } from "./engine/protocol.ts";
import { setHeapLimit } from "./eval/memory/heap.ts";
import { forgetValues, keepCompiled, memoryInUse, runEvaluation } from "./evaluation.ts";

const port = parentPort!;
const { heapWords } = workerData as ThreadData;
if (heapWords !== undefined) setHeapLimit(heapWords);

const tell = (message: FromThread): void => port.postMessage(message);

/** Bytes. Above this, what a request could share with the one before is worth less than the memory that it takes. */
const MOST_KEPT = 128 * 2 ** 20;

port.on("message", ({ request }: ToThread) => {
  if (memoryInUse() > MOST_KEPT) forgetValues();
  tell({ reply: runEvaluation(request, (line) => tell({ line })) });
  keepCompiled(request);
  tell({ kept: true });
});
