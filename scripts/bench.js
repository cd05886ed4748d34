/**
 * `npm run bench -- NAME ARGUMENTS…`: runs `bench/NAME.ts` against a fresh build.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";
import { ensureBuilt, ensureInstalled, SetupError } from "./setup.js";

const [name, ...parameters] = process.argv.slice(2);
const file = path.join(root, "bench", `${name}.ts`);
if (name === undefined || !existsSync(file)) {
  const files = readdirSync(path.join(root, "bench")).filter((one) => one.endsWith(".ts"));
  const list = files.map((one) => path.basename(one, ".ts")).join(", ");
  process.stderr.write(`usage: npm run bench -- NAME ARGUMENTS…\nbenchmarks: ${list}\n`);
  process.exit(2);
}
try {
  ensureInstalled();
  ensureBuilt();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`nivose: ${error.message}\n`);
  process.exit(error.status);
}
const { status } = spawnSync(process.execPath, [path.join(root, "scripts/run.js"), file, ...parameters], {
  cwd: process.env.INIT_CWD ?? root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
