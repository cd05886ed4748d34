/** The thread in which expressions are evaluated: its stack is large enough for the deepest recursion. */

import { parentPort, workerData } from "node:worker_threads";
import { type EvalRequest, runEvaluation } from "./evaluation.ts";

const port = parentPort!;
port.postMessage({ reply: runEvaluation(workerData as EvalRequest, (line) => port.postMessage({ line })) });
