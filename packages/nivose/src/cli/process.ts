/**
 * The context that the real process is. Three things about Node's streams are mended here: a reader that goes away is
 * no crash, a long output waits for its reader, and a disk that is full is told of instead of thrown.
 */

import { fstatSync } from "node:fs";
import { availableParallelism, freemem } from "node:os";
import { type Context, type Input, type Output, ReaderGone } from "./context.ts";

export function processContext(cwd: string, onOutputError: (error: NodeJS.ErrnoException) => void): Context {
  return {
    stdin: input(),
    stdout: output(process.stdout, onOutputError),
    // if nobody hears what goes wrong, there is nobody to tell
    stderr: output(process.stderr, () => {}),
    environment: process.env,
    cwd,
    now: Date.now,
    processors: availableParallelism(),
    freeMemory: freemem,
    onInterrupt,
    async openLines(options) {
      const { openLines } = await import("./line-input.ts");
      return openLines(process.stdin, process.stdout, options);
    },
    async openKeys() {
      const { openKeys } = await import("./key-input.ts");
      return openKeys(process.stdin, process.stdout);
    },
    color: "auto",
    runtime: {
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
    },
    commandLine: () => Promise.reject(new Error("no command line is running yet")),
  };
}

function output(stream: NodeJS.WriteStream, onError: (error: NodeJS.ErrnoException) => void): Output {
  let gone = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    gone = true;
    if (error.code !== "EPIPE") onError(error);
  });
  return {
    write(data) {
      if (!gone) stream.write(data);
    },
    async drained() {
      if (stream.writableNeedDrain && !gone) {
        await new Promise<void>((resolve) => {
          const goOn = (): void => {
            for (const event of ends) stream.off(event, goOn);
            resolve();
          };
          for (const event of ends) stream.on(event, goOn);
        });
      } else {
        // errors arrive between two turns of the event loop, so let one pass
        await new Promise(setImmediate);
      }
      if (gone) throw new ReaderGone();
    },
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
  };
}

/** What ends the waiting for a reader. */
const ends = ["drain", "error", "close"] as const;

function input(): Input {
  return {
    // asked for only when needed: making `process.stdin` opens the descriptor
    get isTerminal() {
      return process.stdin.isTTY === true;
    },
    get isSent() {
      try {
        const kind = fstatSync(0);
        return kind.isFIFO() || kind.isSocket() || kind.isFile();
      } catch {
        return false;
      }
    },
    async read() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

/**
 * Without anything to clean up, the signal ends the process at once, as it does by default, even in the middle of a
 * computation. With it, the process cleans up and dies of the same signal, so that a shell that runs it in a loop stops.
 */
function onInterrupt(cleanUp: () => void): () => void {
  const interrupted = (signal: NodeJS.Signals): void => {
    cleanUp();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    for (const signal of signals) process.off(signal, interrupted);
  };
  for (const signal of signals) process.on(signal, interrupted);
  return forget;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
