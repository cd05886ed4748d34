/**
 * Starting the thread in which expressions are evaluated. V8 must get no flags for it: then it would no longer believe what
 * Node was shipped with, the compiled code of Node's own modules, and a thread would take twice as long to start.
 */

import { Worker } from "node:worker_threads";
import { heapWords, type MemoryLimits, resourceLimits } from "./limits.ts";
import type { ThreadData } from "./protocol.ts";

/** A thread that nobody has asked for yet. */
let ahead: Worker | undefined;

/**
 * Starts a thread for whoever comes first, because it will be needed: it starts, and loads what it needs, while the caller
 * still finds out what to ask. Nobody waits for it if it is not needed after all.
 */
export function startAhead(given: NonNullable<ThreadData["ahead"]>): void {
  ahead = start({}, { heapWords: undefined, ahead: given });
  const forget = (): void => void (ahead = undefined);
  ahead?.once("error", forget).once("exit", forget).unref();
}

/** None if the system has no room for another thread. */
export function startWorker(memory: MemoryLimits): Worker | undefined {
  const worker = ahead;
  ahead = undefined;
  if (worker === undefined) return start(memory, { heapWords: heapWords(memory) });
  worker.removeAllListeners().ref();
  if (memory.heapBytes === undefined && memory.textBytes === undefined) return worker;
  void worker.terminate();
  return start(memory, { heapWords: heapWords(memory) });
}

function start(memory: MemoryLimits, data: ThreadData): Worker | undefined {
  try {
    return new Worker(new URL("./evaluation.worker.js", import.meta.url), {
      workerData: data,
      resourceLimits: resourceLimits(memory),
    });
  } catch {
    return undefined;
  }
}
