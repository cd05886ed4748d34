/**
 * Real Nix on a file of cases: `nix repl`, which survives errors, so that one process answers hundreds of cases. It gets
 * a line for each of them, and what it says on both streams is told apart by the marks of `cases.ts`.
 */

import { spawn } from "node:child_process";
import { caseName, type Outcome, valueIn } from "./cases.ts";
import type { Question } from "./our-side.ts";

/** Milliseconds without a word, after which a process is ended. */
const PATIENCE = 20_000;

export class RealRepl {
  readonly #command: readonly string[];
  readonly #store: string;

  /** `command` runs a program of Nix; `store` is a folder for a store of its own, which is fast and can be thrown away. */
  constructor(command: string, store: string) {
    this.#command = command.trim().split(/\s+/);
    this.#store = store;
  }

  /** What it makes of the cases `indices` of a file, in their order. */
  async ask(question: Question, indices: readonly number[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    while (outcomes.length < indices.length) {
      const rest = indices.slice(outcomes.length);
      const said = await this.#converse(question, rest);
      const answers = read(said, rest);
      outcomes.push(...answers);
      if (answers.length === rest.length) break;
      // the process has ended with the last one that it has begun, or with the first
      if (answers.length === 0) outcomes.push({ printed: [], result: { kind: "crash", text: said.stderr } });
    }
    return outcomes;
  }

  #converse({ file, maxCallDepth }: Question, indices: readonly number[]): Promise<Said> {
    const flags = ["--max-call-depth", String(maxCallDepth), "--store", this.#store];
    const [program, ...words] = [...this.#command, "nix", "repl", ...flags];
    return new Promise((resolve, reject) => {
      const child = spawn(program!, words, { stdio: "pipe" });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      let alarm = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
      const listen = (into: Buffer[]) => (chunk: Buffer) => {
        clearTimeout(alarm);
        alarm = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
        into.push(chunk);
      };
      child.stdout.on("data", listen(stdout));
      child.stderr.on("data", listen(stderr));
      // a process that has died reads no more
      child.stdin.on("error", () => {});
      child.on("error", reject);
      child.on("close", (status) => {
        clearTimeout(alarm);
        const text = (parts: Buffer[]): string => Buffer.concat(parts).toString("latin1");
        resolve({ isWhole: status === 0, stdout: text(stdout), stderr: text(stderr) });
      });
      child.stdin.end(`cases = import ${file}\n${indices.map((index) => `cases.${caseName(index)}\n`).join("")}`);
    });
  }
}

interface Said {
  readonly isWhole: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** The answers in order, as far as there are any; the last may be a crash. */
function read({ isWhole, stdout, stderr }: Said, indices: readonly number[]): Outcome[] {
  const values = new Map<number, string>();
  for (const [, quoted] of stdout.matchAll(/"(@\d+=(?:[^"\\]|\\.)*)"/g)) {
    const { index, value } = valueIn(unquoted(quoted!))!;
    values.set(index, value);
  }
  // what is said, the number of a case, what is said about it, the next number, …
  const parts = stderr.split(/^trace: @(\d+)@\n/m);
  const outcomes: Outcome[] = [];
  for (const [position, index] of indices.entries()) {
    if (parts[position * 2 + 1] !== String(index)) break;
    const isLast = position * 2 + 3 >= parts.length;
    outcomes.push(outcomeOf(parts[position * 2 + 2]!, values.get(index), isLast && !isWhole));
  }
  return outcomes;
}

function outcomeOf(said: string, value: string | undefined, hasEnded: boolean): Outcome {
  const start = value === undefined ? /^error:/m.exec(said) : null;
  const printed = said.slice(0, start?.index ?? said.length).trimEnd();
  const lines = printed === "" ? [] : printed.split(/\n(?=trace: |warning: |evaluation warning: )/);
  if (value !== undefined) return { printed: lines, result: { kind: "value", text: value } };
  if (start !== null && !hasEnded)
    return { printed: lines, result: { kind: "error", text: lastError(said.slice(start.index)) } };
  return { printed: lines, result: { kind: "crash", text: said } };
}

/** The text behind the last `error:`, without the place and the proposals. */
function lastError(complaint: string): string {
  let text = complaint;
  for (const match of complaint.matchAll(/^ *error:(?: |$)/gm)) text = complaint.slice(match.index + match[0].length);
  const place = /\n +at [^\n]*:\d+:\d+:\n/.exec(text);
  return (place === null ? text : text.slice(0, place.index)).trim();
}

function unquoted(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
