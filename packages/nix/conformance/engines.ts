/** The same evaluation by our engine and by real Nix, each in a thread or process of its own. */

import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { evaluate } from "../src/engine/index.ts";
import { type EvalRequest, joinDerivations } from "../src/evaluation.ts";

export interface Question {
  readonly file: string;
  /** The attribute to select. */
  readonly attribute: string;
  /** `nixpkgs`, and where it is. */
  readonly searchPath: Readonly<Record<string, string>>;
  /** `--argstr`. */
  readonly strings?: Readonly<Record<string, string>>;
  readonly output: EvalRequest["output"];
}

/** All as bytes. */
export interface Answer {
  readonly output: string;
  /** The text after the last `error:`. */
  readonly error: string | undefined;
  readonly seconds: number;
}

export async function askUs(question: Question): Promise<Answer> {
  const started = performance.now();
  const reply = await evaluate(requestOf(question));
  const { derivations } = reply.ok ? reply : {};
  return {
    output: derivations === undefined ? reply.output : `${joinDerivations(derivations.texts)}\n`,
    error: reply.ok ? undefined : trimLines(reply.failure.text),
    seconds: (performance.now() - started) / 1000,
  };
}

/** `command` runs a program of Nix: `command nix-instantiate …`. */
export function askNix(command: string, question: Question): Promise<Answer> {
  const { file, attribute, output } = question;
  return answerOf([
    ...`${command} nix-instantiate --eval --strict --read-write-mode`.trim().split(/\s+/),
    ...(output === "value" ? [] : [`--${output}`]),
    ...flagsOf(question),
    ...(attribute === "" ? [] : ["-A", attribute]),
    file,
  ]);
}

/** `nix derivation show`, of all that the derivations depend on where closures are asked for. */
export function askNixForDerivations(command: string, question: Question): Promise<Answer> {
  const { file, attribute, output } = question;
  return answerOf([
    ...`${command} nix derivation show --impure`.trim().split(/\s+/),
    ...(output === "derivation-closure" ? ["--recursive"] : []),
    ...flagsOf(question),
    "-f",
    file,
    attribute,
  ]);
}

function flagsOf({ searchPath, strings = {} }: Question): string[] {
  return [
    "--option",
    "eval-system",
    SYSTEM,
    ...Object.entries(searchPath).flatMap(([name, path]) => ["-I", `${name}=${resolve(path)}`]),
    ...Object.entries(strings).flatMap(([name, value]) => ["--argstr", name, value]),
  ];
}

async function answerOf(words: readonly string[]): Promise<Answer> {
  const started = performance.now();
  const { status, stdout, stderr } = await run(words);
  const error = status === 0 ? undefined : lastError(stderr);
  return { output: stdout, error, seconds: (performance.now() - started) / 1000 };
}

/** The text after the last `error:` of what Nix printed, without colours, indentation and code. */
export function lastError(printed: string): string {
  const plain = printed.replaceAll(/\u001b\[[0-9;]*m/g, "");
  const text = plain
    .split(/^ *error: /m)
    .at(-1)!
    .replaceAll("\n       ", "\n");
  return trimLines(text.replace(/\nat (?:«.*»|\/.*):\d+:\d+:\n[^]*$/, ""));
}

/** Nix indents what it prints, and prints no blanks at the ends of lines. */
function trimLines(text: string): string {
  return text.replaceAll(/[ \t]+$/gm, "").trimEnd();
}

/** Runs a command line. */
export function run(words: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const [program, ...rest] = words;
  return new Promise((done, reject) => {
    const child = spawn(program!, rest, { stdio: ["ignore", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      done({
        status,
        stdout: Buffer.concat(stdout).toString("latin1"),
        stderr: Buffer.concat(stderr).toString("latin1"),
      });
    });
  });
}

const SYSTEM = "x86_64-linux";

function requestOf({ file, attribute, searchPath, strings = {}, output }: Question): EvalRequest {
  return {
    expression: { kind: "file", path: resolve(file) },
    selections: [attribute],
    args: Object.entries(strings).map(([name, text]) => ({ name, kind: "string", text })),
    output,
    strict: true,
    location: false,
    settings: {
      nixPath: Object.entries(searchPath).map(([prefix, path]) => ({ prefix, path: resolve(path) })),
      currentSystem: SYSTEM,
      currentTime: Math.floor(Date.now() / 1000),
      home: "/root",
      environment: { HOME: "/root" },
    },
  };
}
