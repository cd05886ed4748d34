/**
 * Real Nix as a judge of many files: `nix-instantiate --parse`, which reads a file, merges its attribute sets and
 * resolves its variables, and evaluates nothing.
 *
 * A process costs about as much as parsing a hundred files, and it stops at the first file that it refuses. So files
 * that are expected to be fine are asked about many at a time, going on behind each that is refused after all; and the
 * others by a shell that asks about one after the other. Names get numbers in the order in which one process meets
 * them, and Nix binds attributes in that order: which of several undefined variables it names depends on the files
 * before. Only `askAlone` gives the answer that a user sees.
 */

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";

export type Answer = Acceptance | Refusal;

export interface Acceptance {
  readonly accepted: true;
  /** What `--parse` prints, one character a byte; absent from the answers of `askAlone`. */
  readonly shown?: string;
}

export interface Refusal {
  readonly accepted: false;
  /** What is said between `error:` and the place. */
  readonly message: string;
  readonly line: number;
  /** Counted in bytes, from one. */
  readonly column: number;
}

export interface Question {
  readonly pipeOperators: boolean;
}

/** How many files one process is asked about. */
const TOGETHER = 500;
const ALONE = 64;

export class RealNix {
  readonly #command: readonly string[];
  readonly #processes: number;
  #home: string | undefined;

  /** `command` runs a program of Nix: `command nix-instantiate …`. */
  constructor(command: string, processes = 2) {
    this.#command = command.trim().split(/\s+/);
    this.#processes = processes;
  }

  /** What Nix says of each file. Cheap for files that are mostly fine. */
  async ask(files: readonly string[], question: Question): Promise<Map<string, Answer>> {
    const answers = new Map<string, Answer>();
    await this.#share(files, TOGETHER, (part) => this.#askAll(part, question, answers));
    return answers;
  }

  /** The same, with a process for each file. */
  async askAlone(files: readonly string[], question: Question): Promise<Map<string, Answer>> {
    const answers = new Map<string, Answer>();
    // messages show pieces of files, so nothing that a file may hold can separate them
    const mark = randomUUID();
    const ask = `nix-instantiate ${flags(question).join(" ")} "$file" 2>&1 >/dev/null`;
    const script = `for file; do ${ask}; printf '${mark}%s${mark}' $?; done`;
    await this.#share(files, ALONE, async (part) => {
      const { stdout } = await this.#run(["sh", "-c", script, "sh", ...part]);
      const said = stdout.toString("latin1").split(mark);
      if (said.length !== part.length * 2 + 1) throw new Error(`${part.length} files, ${said.length >> 1} answers`);
      part.forEach((file, index) => {
        answers.set(file, said[index * 2 + 1] === "0" ? { accepted: true } : refusalIn(said[index * 2]!));
      });
    });
    return answers;
  }

  /** What `~` is to it. */
  async home(): Promise<string> {
    if (this.#home === undefined) {
      const { stdout } = await this.#run(["nix-instantiate", "--parse", "--expr", "~/x"]);
      this.#home = stdout.toString("latin1").replace(/\/x\n$/, "");
    }
    return this.#home;
  }

  async #askAll(files: readonly string[], question: Question, answers: Map<string, Answer>): Promise<void> {
    let rest = files;
    while (rest.length > 0) rest = await this.#askTogether(rest, question, answers);
  }

  /** Asks about files until one is refused. Returns those behind it. */
  async #askTogether(
    files: readonly string[],
    question: Question,
    answers: Map<string, Answer>,
  ): Promise<readonly string[]> {
    const { status, stdout, stderr } = await this.#run(["nix-instantiate", ...flags(question), ...files]);
    const shown = stdout.toString("latin1").split("\n").slice(0, -1);
    const complaint = stderr.toString("latin1");
    const place = /^ +at (\/.*):\d+:\d+:$/m.exec(complaint)?.[1];
    const refused = status === 0 ? files.length : place === undefined ? -1 : files.indexOf(place);
    if (shown.length === refused) {
      shown.forEach((text, index) => answers.set(files[index]!, { accepted: true, shown: text }));
      if (refused === files.length) return [];
      answers.set(files[refused]!, refusalIn(complaint));
      return files.slice(refused + 1);
    }
    // it does not say which one it was, or has lost what it had to print: ask about fewer
    if (files.length === 1) {
      answers.set(files[0]!, refusalIn(complaint));
      return [];
    }
    const half = files.length >> 1;
    await this.#askAll(files.slice(0, half), question, answers);
    return files.slice(half);
  }

  /** Cuts the files into parts and works at several at the same time. */
  async #share(
    files: readonly string[],
    size: number,
    work: (part: readonly string[]) => Promise<void>,
  ): Promise<void> {
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < files.length) {
        const part = files.slice(next, next + size);
        next += size;
        await work(part);
      }
    };
    await Promise.all(Array.from({ length: this.#processes }, worker));
  }

  #run(words: readonly string[]): Promise<{ status: number | null; stdout: Buffer; stderr: Buffer }> {
    const [program, ...rest] = [...this.#command, ...words];
    return new Promise((resolve, reject) => {
      const child = spawn(program!, rest, { stdio: ["ignore", "pipe", "pipe"] });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
      child.on("error", reject);
      child.on("close", (status) => {
        resolve({ status, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) });
      });
    });
  }
}

/** The command in the environment, or undefined. */
export function realNixCommand(): string | undefined {
  return process.env["NIVOSE_TEST_NIX"];
}

function flags({ pipeOperators }: Question): string[] {
  return pipeOperators ? ["--extra-experimental-features", "pipe-operators", "--parse"] : ["--parse"];
}

/** What a complaint on stderr says. */
export function refusalIn(complaint: string): Refusal {
  // lines of the file that are shown have their number before them
  const start = /^ *error: /m.exec(complaint);
  const text = start === null ? complaint : complaint.slice(start.index + start[0].length);
  const place = /\n +at .*:(\d+):(\d+):/.exec(text);
  return {
    accepted: false,
    message: (place === null ? text : text.slice(0, place.index)).trim(),
    line: Number(place?.[1] ?? 0),
    column: Number(place?.[2] ?? 0),
  };
}
