/** The command in the real process: its context, its exit status, and the last word on what nobody expected. */

import { humanMessage } from "../report/human.ts";
import { toolMessages } from "../report/messages.ts";
import { verbs } from "./app.ts";
import { reportBug, runCommandLine } from "./command-line.ts";
import { layoutOf, ReaderGone } from "./context.ts";
import { ExitCode } from "./exit-codes.ts";
import { processContext } from "./process.ts";
import { refuse } from "./refuse.ts";

export async function start(words: readonly string[]): Promise<void> {
  let outputError: NodeJS.ErrnoException | undefined;
  const cwd = workingFolder();
  const context = processContext(cwd ?? "/", (error) => {
    outputError = error;
    process.exitCode = ExitCode.failure;
    context.stderr.write(
      humanMessage(toolMessages["output-not-writable"](error.message), layoutOf(context, context.stderr)),
    );
  });
  const unexpected = (error: unknown): void => {
    process.exitCode = reportBug(error, words, context);
    process.exit();
  };
  process.on("uncaughtException", unexpected);
  process.on("unhandledRejection", unexpected);
  if (cwd === undefined) {
    process.exitCode = refuse(toolMessages["no-working-folder"](), context);
    return;
  }
  const status = await runCommandLine(verbs, words, context);
  try {
    await context.stdout.drained();
  } catch (error) {
    if (!(error instanceof ReaderGone)) throw error;
  }
  process.exitCode = outputError === undefined ? status : ExitCode.failure;
}

/** Nothing if it was deleted. */
function workingFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}
