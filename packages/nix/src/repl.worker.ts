/** The thread in which an interpreter evaluates; `repl/session.ts` is its other end. */

import { parentPort, workerData } from "node:worker_threads";
import { Interpreter } from "./repl/interpreter.ts";
import type { FromRepl, ReplRequest, ReplStart } from "./repl/protocol.ts";

const tell = (message: FromRepl): void => parentPort!.postMessage(message);
const interpreter = new Interpreter(workerData as ReplStart, (line) => tell({ line }));

parentPort!.on("message", (request: ReplRequest) => tell({ reply: interpreter.answer(request) }));
