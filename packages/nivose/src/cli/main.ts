/**
 * The entry point of the command. It answers `--version` by itself, because that and the start of everything else must
 * feel instant, and loads the rest when there is more to do.
 */

import { statSync } from "node:fs";
import { version } from "./product.ts";

/** As in `evaluate.ts`, which is too large to be loaded for this. */
const SHORT_SOURCE = 4096;

const words = process.argv.slice(2);
if (words.length === 1 && words[0] === "--version") {
  process.stdout.on("error", () => {});
  process.stdout.write(`nivose ${version}\n`);
} else {
  if (looksLikeEvaluation(words)) {
    const { evaluateAhead } = await import("./ahead.ts");
    evaluateAhead(process.env);
  }
  const { start } = await import("./start.ts");
  await start(words);
  // when nothing is under way any more, to take apart what the system frees anyway would take as long as a short evaluation
  process.once("beforeExit", () => process.exit());
}

/** Whether something large will be evaluated for all that one can tell without reading the flags. */
function looksLikeEvaluation([verb = "", ...rest]: readonly string[]): boolean {
  if (rest.includes("--help")) return false;
  return verb === "show" || (verb === "eval" && rest.some(needsThread));
}

/** A flake, an expression that takes in other files, or a file with more than what is evaluated without a thread. */
function needsThread(word: string): boolean {
  if (/^[^-\s"][^\s"]*#|\bimport\b|<[\w.+-]/u.test(word)) return true;
  return word.endsWith(".nix") && sizeOf(word) > SHORT_SOURCE;
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0; // whoever reads it will say what is wrong with it
  }
}
