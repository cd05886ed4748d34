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
  const { start } = await import("./start.ts");
  await start(words);
}
