/**
 * The entry point of the command. It answers `--version` by itself, because that and the start of everything else must
 * feel instant, and loads the rest when there is more to do.
 */

import { version } from "./product.ts";

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

/** Whether a flake will be evaluated for all that one can tell without reading the flags. */
function looksLikeEvaluation([verb = "", ...rest]: readonly string[]): boolean {
  if (rest.includes("--help")) return false;
  return verb === "show" || (verb === "eval" && rest.some((word) => /^[^-\s"][^\s"]*#/u.test(word)));
}
