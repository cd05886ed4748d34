/**
 * The thread in which expressions are evaluated: its stack is large enough for the deepest recursion. It answers one
 * request after the other and keeps what it has imported; `engine/thread.ts` is its other end.
 */

import { parentPort, workerData } from "node:worker_threads";
import type { FromThread, ThreadData, ToThread } from "./engine/protocol.ts";
import { setHeapLimit } from "./eval/heap.ts";
import { keepCompiled, runEvaluation } from "./evaluation.ts";

const port = parentPort!;
const { heapWords } = workerData as ThreadData;
if (heapWords !== undefined) setHeapLimit(heapWords);

const tell = (message: FromThread): void => port.postMessage(message);

port.on("message", ({ request }: ToThread) => {
  // the place to mark what is there and to undo what came on top, for requests that leave nothing behind
  tell({ reply: runEvaluation(request, (line) => tell({ line })) });
  keepCompiled(request);
  tell({ kept: true });
});
