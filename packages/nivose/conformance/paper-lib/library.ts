/** Asks a `lib` of nixpkgs many things at once: what each expression gives, and what it prints. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";

const render = readFileSync(path.join(import.meta.dirname, "render.nix"));

/** Files that functions of paths look at. */
const ownTree = path.join(import.meta.dirname, "tree");

/** What cases may use beside `lib`. */
const scope = `
  drv = {
    type = "derivation"; name = "tool-1.2"; pname = "tool"; version = "1.2"; outPath = "/nix/store/0000-tool-1.2";
    outputs = [ "out" "dev" ]; outputName = "out"; system = "x86_64-linux"; drvPath = "/nix/store/0000-tool-1.2.drv";
    dev = { type = "derivation"; name = "tool-1.2"; outPath = "/nix/store/0000-tool-1.2-dev"; };
    meta = { mainProgram = "tool"; platforms = [ "x86_64-linux" ]; };
  };
  real = derivation { name = "real-3"; system = "x86_64-linux"; builder = "/bin/sh"; };
`;

export interface Answer {
  readonly value: string;
  /** Warnings and traces. */
  readonly printed: readonly string[];
}

/** One evaluation of too much would not be undone before the memory is full. */
const TOGETHER = 400;

/** `folder` is that of the `lib`. What is printed when a function is looked up is printed once for all that are asked together. */
export function askLibrary(folder: string, expressions: readonly string[]): Answer[] {
  const answers: Answer[] = [];
  for (let start = 0; start < expressions.length; start += TOGETHER)
    answers.push(...askTogether(folder, expressions.slice(start, start + TOGETHER)));
  return answers;
}

/** Extended by nothing the library is a new one, which prints its warnings again. */
function askTogether(folder: string, expressions: readonly string[]): Answer[] {
  const lines: string[] = [];
  const reply = runEvaluation(
    {
      expression: {
        kind: "text",
        text: Buffer.from(`(${casesOf(expressions)}) ((import ${path.resolve(folder)}).extend (_: _: { }))`),
        name: "cases",
        folder: "/",
      },
      selections: [""],
      args: [],
      apply: render,
      // without any function to watch, for what comes with it
      watch: { file: "/no such file", names: [] },
      output: "json",
      strict: true,
      location: false,
      maxCallDepth: 1000,
      settings: {},
    },
    (line) => lines.push(line),
  );
  if (!reply.ok) throw new Error(reply.failure.text);
  const values = JSON.parse(textOf(reply.output)) as string[];
  const printed: string[][] = values.map(() => []);
  let current = -1;
  for (const line of lines) {
    if (/^trace: case \d+$/.test(line)) current++;
    else printed[current]?.push(textOf(line));
  }
  return values.map((value, index) => ({ value, printed: printed[index]! }));
}

/** A function of `lib` that gives a list of what the expressions give. `tree` is a copy of the files. */
export function casesOf(expressions: readonly string[], tree = ownTree): string {
  return `let ${scope} tree = ${tree}; in lib: [\n${expressions.map((each) => `(${each})`).join("\n")}\n]`;
}

/** Wherever the files are. */
export function withoutPlace(text: string, tree = ownTree): string {
  return text.replaceAll(tree, "/tree");
}

function textOf(bytes: string): string {
  return withoutPlace(Buffer.from(bytes, "latin1").toString());
}
