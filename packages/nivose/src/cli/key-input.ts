/** Standard input key by key, on a screen of its own. Whatever ends the process, the terminal is as it was. */

import { emitKeypressEvents } from "node:readline";
import type { Key, KeyInput } from "./context.ts";

const OTHER_SCREEN = "\u001b[?1049h";
const USUAL_SCREEN = "\u001b[?1049l";
/** Of a terminal that does not say. */
const USUAL_SIZE = { columns: 80, rows: 24 };

export function openKeys(input: NodeJS.ReadStream, output: NodeJS.WriteStream): KeyInput {
  const queue: (Key | undefined)[] = [];
  let waiting: ((key: Key | undefined) => void) | undefined;
  const give = (key: Key | undefined): void => {
    if (waiting === undefined) queue.push(key);
    else waiting(key);
    waiting = undefined;
  };
  const onKey = (text: string | undefined, key: { name?: string; ctrl?: boolean; sequence?: string }): void =>
    give({ name: key.name, text: text ?? key.sequence, isControl: key.ctrl === true });
  const onEnd = (): void => give(undefined);
  // a key that does nothing, so that everything is drawn anew
  const onResize = (): void => give({ name: undefined, text: undefined, isControl: false });
  let isOpen = true;
  const restore = (): void => {
    if (!isOpen) return;
    isOpen = false;
    input.setRawMode(false);
    output.write(USUAL_SCREEN);
  };
  emitKeypressEvents(input);
  input.on("keypress", onKey);
  input.on("end", onEnd);
  output.on("resize", onResize);
  process.on("exit", restore);
  input.setRawMode(true);
  input.resume();
  output.write(OTHER_SCREEN);
  return {
    next: () => (queue.length > 0 ? Promise.resolve(queue.shift()) : new Promise((resolve) => (waiting = resolve))),
    size: () => ({ columns: output.columns || USUAL_SIZE.columns, rows: output.rows || USUAL_SIZE.rows }),
    close() {
      restore();
      input.off("keypress", onKey);
      input.off("end", onEnd);
      output.off("resize", onResize);
      process.off("exit", restore);
      input.pause();
    },
  };
}
