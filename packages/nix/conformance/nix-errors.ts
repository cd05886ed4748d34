/**
 * What real Nix says of expressions that it cannot evaluate: the message, the place, and every frame of the trace, as
 * data. `--log-format internal-json` gives them apart from each other, and without the layout of the terminal.
 */

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { stripVTControlCharacters } from "node:util";

export interface ErrorAnswer {
  readonly text: string;
  /** `Did you mean …?` */
  readonly hint?: string;
  /** `line:column`, or with the name of the file before it. */
  readonly at?: string;
  /** Frames from the outside in: the words, and `@` and the place where there is one. */
  readonly trace: readonly string[];
  /** What was printed before: traces and warnings. */
  readonly printed: readonly string[];
}

/** The answer to an expression; a value that it has after all. */
export type Answer = ErrorAnswer | { readonly value: string };

const TOGETHER = 50;

/** Asks about expressions, relative paths in which go from `folder`. A blank before each, as a minus would begin a flag. */
export async function askForErrors(command: string, expressions: readonly string[], folder: string): Promise<Answer[]> {
  const answers: Answer[] = Array.from({ length: expressions.length });
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < expressions.length) {
      const start = next;
      next += TOGETHER;
      const part = await askTogether(command, expressions.slice(start, start + TOGETHER), folder);
      part.forEach((answer, index) => (answers[start + index] = answer));
    }
  };
  await Promise.all([work(), work()]);
  return answers;
}

async function askTogether(command: string, expressions: readonly string[], folder: string): Promise<Answer[]> {
  const mark = randomUUID();
  const flags = "--eval --strict --show-trace --log-format internal-json --trace-verbose";
  const script = `
    unset NIX_PATH; cd "$0"
    for text; do nix-instantiate ${flags} -E " $text" 2>&1; printf '${mark}'; done`;
  const [program, ...words] = [...command.trim().split(/\s+/), "sh", "-c", script, folder, ...expressions];
  const said = (await output(program!, words)).split(mark);
  if (said.length !== expressions.length + 1)
    throw new Error(`${expressions.length} questions, ${said.length} answers`);
  return expressions.map((_, index) => answerIn(said[index]!));
}

function output(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ["ignore", "pipe", "inherit"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", () => resolve(Buffer.concat(chunks).toString()));
  });
}

interface LoggedFrame {
  readonly raw_msg: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

interface Logged extends LoggedFrame {
  readonly action: string;
  readonly level: number;
  readonly msg: string;
  readonly trace?: readonly LoggedFrame[];
}

function answerIn(said: string): Answer {
  const printed: string[] = [];
  let value = "";
  for (const line of said.split("\n")) {
    if (!line.startsWith("@nix ")) {
      value += line;
      continue;
    }
    const logged = JSON.parse(line.slice(5)) as Logged;
    if (logged.action !== "msg") continue;
    if (logged.raw_msg === undefined || logged.level !== 0) {
      printed.push(plain(logged.msg));
      continue;
    }
    const hint = /\n(Did you mean [^\n]*\?)$/.exec(plain(logged.msg).replaceAll("\n       ", "\n"))?.[1];
    return {
      text: plain(logged.raw_msg),
      ...(hint === undefined ? {} : { hint }),
      ...(isNowhere(logged) ? {} : { at: place(logged) }),
      trace: withoutMiddle((logged.trace ?? []).filter(isShown).toReversed().map(frameText)),
      printed,
    };
  }
  return { value };
}

/** A trace whose middle, of thousands of frames, is left out. */
export function withoutMiddle(trace: readonly string[]): readonly string[] {
  return trace.length <= 2 * KEPT ? trace : [...trace.slice(0, KEPT), "…", ...trace.slice(-KEPT)];
}

const KEPT = 12;

function frameText(frame: LoggedFrame): string {
  return isNowhere(frame) ? plain(frame.raw_msg) : `${plain(frame.raw_msg)} @ ${place(frame)}`;
}

function isNowhere({ line }: LoggedFrame): boolean {
  return line === null || line === 0;
}

/** Frames without words are not shown; those of the function `derivation` are of a text that is not ours. */
function isShown({ raw_msg, file }: LoggedFrame): boolean {
  return raw_msg !== "" && file?.startsWith("<nix/derivation-internal.nix>") !== true;
}

function plain(text: string): string {
  return stripVTControlCharacters(text);
}

function place({ file, line, column }: LoggedFrame): string {
  const name = (file ?? "").replace(/:\d+:\d+$/, "");
  return name === "«string»" ? `${line}:${column}` : `${name}:${line}:${column}`;
}
