/**
 * A process of a pool: it evaluates one request after the other, in a thread, so that its own thread notices at once
 * when whoever started it is gone. Nothing that an evaluation does can then leave it behind.
 */

import { EvaluationSession } from "./engine/session.ts";
import type { FromProcess, ToProcess } from "./engine/protocol.ts";

let session: EvaluationSession | undefined;

// not `exit`, which waits for the thread
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

process.on("message", (message) => {
  const { request, memory } = message as ToProcess;
  session ??= new EvaluationSession(memory);
  session.evaluate(request, { onTrace: (line) => tell({ line }) }).then(
    (reply) => tell({ reply }),
    (bug: Error) => tell({ bug }),
  );
});

function tell(message: FromProcess): void {
  // the other end may be gone between two messages
  process.send?.(message, undefined, undefined, () => {});
}
