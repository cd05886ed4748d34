/**
 * All that a command knows of the world: streams, environment, clock, folder. It is made once, from the process, and
 * handed down; a test hands down another one.
 */

import type { Layout } from "../report/human.ts";
import { colored, plain } from "../report/style.ts";
import { printable } from "../report/terminal-text.ts";
import { type ColorChoice, usesColor } from "./color.ts";
import type { ExitCode } from "./exit-codes.ts";

export interface Output {
  /** Hands over text or bytes. Nothing is said if the reader is gone; {@link drained} says so. */
  write(data: string | Uint8Array): void;
  /**
   * Waits until the reader has kept up, so that a long output never piles up in memory. Throws {@link ReaderGone} if
   * there is no reader any more.
   */
  drained(): Promise<void>;
  readonly isTerminal: boolean;
  /** The columns of the terminal, if it is one. */
  readonly columns: number | undefined;
}

export interface Input {
  readonly isTerminal: boolean;
  /** Whether somebody sends something: a pipe, a socket or a file, and not a terminal or `/dev/null`. */
  readonly isSent: boolean;
  read(): Promise<Uint8Array>;
}

/** What was read when a line was asked for. */
export type ReadLine =
  | { readonly kind: "line"; readonly text: string }
  /** Ctrl-C: what was typed so far is not wanted. */
  | { readonly kind: "interrupt" }
  | { readonly kind: "end" };

export interface LineOptions {
  /** Lines that were typed earlier, the newest first. */
  readonly history: readonly string[];
  /** What the end of a line could become: the words, and the part of the line that they stand for. */
  readonly complete: (line: string) => Promise<readonly [words: readonly string[], part: string]>;
  /** Ctrl-C while no line is being read. */
  readonly onInterrupt: () => void;
}

/** Standard input line by line, edited if it is a terminal. */
export interface LineInput {
  /** The prompt is shown on a terminal only. */
  read(prompt: string): Promise<ReadLine>;
  close(): void;
}

export interface Key {
  /** `return`, `up`, `c`, … */
  readonly name: string | undefined;
  /** What it writes. */
  readonly text: string | undefined;
  /** Whether Ctrl is held. */
  readonly isControl: boolean;
}

/** A terminal key by key, on a screen that is given back when it is closed. */
export interface KeyInput {
  /** Nothing if there will be none any more. */
  next(): Promise<Key | undefined>;
  size(): { readonly columns: number; readonly rows: number };
  close(): void;
}

export interface Context {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder to which the user's paths are relative, absolute itself. */
  readonly cwd: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many threads may work at once. */
  readonly processors: number;
  /** Bytes that could be taken now. */
  readonly freeMemory: () => number;
  /** Runs `cleanUp` if the user interrupts, before the command ends. Returns how to take that back. */
  readonly onInterrupt: (cleanUp: () => void) => () => void;
  readonly openLines: (options: LineOptions) => Promise<LineInput>;
  /** Where both standard input and output are a terminal. */
  readonly openKeys: () => Promise<KeyInput>;
  readonly color: ColorChoice;
  /** What runs the command. */
  readonly runtime: { readonly node: string; readonly platform: string };
  /** Runs another command line in a context, for a verb that shows others at work. */
  readonly commandLine: (words: readonly string[], context: Context) => Promise<ExitCode>;
}

/** Thrown by {@link Output.drained}: whoever read the output has seen enough, so the rest of it is not needed. */
export class ReaderGone extends Error {}

/** How to lay out messages and prose on one of the outputs. */
export function layoutOf(context: Context, output: Output): Layout {
  const { environment, color } = context;
  const asked = Number(environment["COLUMNS"]);
  // a terminal that does not know its width says 0
  const columns = output.columns || (Number.isInteger(asked) && asked > 0 ? asked : undefined);
  return {
    width: within(LEAST_COLUMNS, columns ?? 80, 100),
    sourceWidth: within(LEAST_COLUMNS, columns ?? 120, 240),
    style: usesColor(color, environment, output.isTerminal) ? colored : plain,
  };
}

/** The name of a file as a line: for a terminal without what would steer it, for a program as it is. */
export function fileLine(name: string, output: Output): string {
  return `${output.isTerminal ? printable(name) : name}\n`;
}

/** No sentence fits into fewer. */
const LEAST_COLUMNS = 30;

function within(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
