/**
 * Puts many questions to real Nix at once, errors included: the interpreter prints a whole set and, unlike the other
 * programs, shows in it what failed instead of failing itself.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { realNix } from "../../../../nivose/tests/needs.ts";

/** What an expression is: the printed value, or the text of the error without its trace. All text is bytes. */
export type Answer =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "error"; readonly text: string };

/** Expressions that may use names which the prelude (bindings of a `let`) defines. */
export function askNix(expressions: readonly string[], prelude = ""): Answer[] {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-ask-"));
  try {
    const file = path.join(folder, "questions.nix");
    const questions = expressions.map((expression, index) => `  ${name(index)} = (${expression});\n`);
    writeFileSync(file, `let ${prelude} in {\n${questions.join("")}  the_last = 1;\n}\n`, "latin1");
    const { stdout, stderr } = spawnSync(realNix(), ["nix", "repl"], {
      input: `:p import ${file}\n`,
      encoding: "latin1",
      maxBuffer: 2 ** 30,
    });
    const answers = readAnswers(stdout);
    const missing = expressions.findIndex((_, index) => answers[index] === undefined);
    if (missing !== -1)
      throw new Error(`Nix did not answer ${expressions[missing]!.slice(0, 1000)}\n${stderr.slice(-2000)}`);
    return answers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A string as Nix reads it: every byte that means something is escaped. */
export function nixString(bytes: string): string {
  const escaped = bytes.replaceAll(/["\\$\n\r\t]/g, (byte) => escapes.get(byte)!);
  return `"${escaped}"`;
}

/** What a printed string stands for. */
export function readNixString(printed: string): string {
  return printed.slice(1, -1).replaceAll(/\\([^])/g, (_, letter: string) => controls.get(letter) ?? letter);
}

const controls = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

const escapes = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["$", "\\$"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

const OPEN_ERROR = "\u00c2\u00aberror: ";
const CLOSE_ERROR = "\u00c2\u00bb";

function name(index: number): string {
  return `question_${String(index).padStart(7, "0")}`;
}

function readAnswers(printed: string): Answer[] {
  const answers: Answer[] = [];
  const plain = printed.replaceAll(/\u001B\[[0-9;]*m/g, "");
  const parts = plain.slice(plain.indexOf("{\n")).split(/^ {2}question_(\d{7}) = /m);
  for (let at = 1; at < parts.length; at += 2) {
    const text = parts[at + 1]!.replace(/\n {2}the_last = 1;\n\}\s*(nix-repl> )?\s*$/, "")
      .trimEnd()
      .replace(/;$/, "");
    answers[Number(parts[at])] =
      text.startsWith(OPEN_ERROR) && text.endsWith(CLOSE_ERROR)
        ? { kind: "error", text: text.slice(OPEN_ERROR.length, -CLOSE_ERROR.length) }
        : { kind: "value", text };
  }
  return answers;
}
