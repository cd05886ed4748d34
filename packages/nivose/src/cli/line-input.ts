/** Standard input line by line: a terminal with Node's line editor, anything else as it comes. */

import { createInterface, type Interface } from "node:readline";
import type { LineInput, LineOptions, ReadLine } from "./context.ts";

export function openLines(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  { history, complete, onInterrupt }: LineOptions,
): LineInput {
  const isTerminal = input.isTTY === true && output.isTTY === true;
  const editor = createInterface({
    input,
    ...(isTerminal ? { output, history: [...history], historySize: HISTORY_SIZE, removeHistoryDuplicates: true } : {}),
    terminal: isTerminal,
    completer: (line: string, done: (error: null, result: [string[], string]) => void) => {
      void (async () => {
        const [words, part] = await complete(line);
        done(null, [[...words], part]);
      })();
    },
  });
  const queue: ReadLine[] = [];
  let waiting: ((line: ReadLine) => void) | undefined;
  const give = (line: ReadLine): void => {
    if (waiting === undefined) queue.push(line);
    else waiting(line);
    waiting = undefined;
  };
  let hasEnded = false;
  editor.on("line", (text) => give({ kind: "line", text }));
  editor.on("close", () => {
    if (!hasEnded) give({ kind: "end" });
    hasEnded = true;
  });
  editor.on("SIGINT", () => {
    if (waiting === undefined) return onInterrupt();
    output.write("\n");
    dropLine(editor);
    give({ kind: "interrupt" });
  });
  return {
    read(prompt) {
      const next = queue.shift();
      if (next !== undefined) return Promise.resolve(next);
      if (hasEnded) return Promise.resolve({ kind: "end" });
      if (isTerminal) {
        editor.setPrompt(prompt);
        editor.prompt();
      }
      return new Promise((resolve) => (waiting = resolve));
    },
    close() {
      hasEnded = true;
      editor.close();
    },
  };
}

const HISTORY_SIZE = 1000;

/** As if the user had deleted it. */
function dropLine(editor: Interface): void {
  editor.write(null, { ctrl: true, name: "e" });
  editor.write(null, { ctrl: true, name: "u" });
}
