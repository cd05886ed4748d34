/**
 * `npm run bench -- check [REPOSITORY]`: the source layer of `nivose check` over a repository, as a whole process and after one
 * change while watching, beside `nix-instantiate --parse` over the same files. Without a repository it is one of 400
 * modules. `--runs N` for another number of runs than five.
 */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { aligned, type Measured, measure, median, paired } from "./parts/harness.ts";
import { paperFleet } from "./parts/paper-files.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "5" } },
});
const runs = Number(values.runs);
const nix = process.env.NIVOSE_TEST_NIX ?? path.join(homedir(), ".cache/nivose/nix-2.26/nix-in");
const bin = path.join(import.meta.dirname, "../packages/nivose/bin/nivose.js");
const top = mkdtempSync(path.join(tmpdir(), "nivose-bench-check-"));
process.on("exit", () => rmSync(top, { recursive: true, force: true }));
const fleet = path.join(top, "fleet");
layOut(fleet);
const files = git("ls-files", "*.nix")
  .split("\n")
  .filter((name) => name !== "");

const words = [bin, "check", "--source", "--pedantic", "--format", "json", "--flake", fleet];
// findings are what it is for, and make its status another one
const quietly = 'cd "$1" && shift && "$@" > /dev/null 2>&1; true';
const [ours, theirs] = measure(
  [
    {
      name: "nivose",
      argv: ["bash", "-c", quietly, "bash", fleet, process.execPath, ...words],
      env: { XDG_CACHE_HOME: path.join(top, "cache") },
    },
    { name: "nix", argv: ["bash", "-c", quietly, "bash", fleet, nix, "nix-instantiate", "--parse", ...files] },
  ],
  { runs },
);
const rows = [["", "ours", "nix-instantiate --parse", "ratio", "at most"]];
rows.push([
  `${files.length} files, whole process`,
  wall(ours!),
  wall(theirs!),
  paired(ours!, theirs!, (a, b) => a.wall / b.wall).toFixed(2),
  "700 ms",
]);
rows.push(["after one change", `${(await afterOneChange()).toFixed(0)} ms`, "", "", "150 ms"]);
process.stdout.write(aligned(rows));

function wall({ runs: all }: Measured): string {
  return `${median(all.map((run) => run.wall)).toFixed(0)} ms`;
}

/** From the change of a file to the end of the line that says what is found. */
async function afterOneChange(): Promise<number> {
  const watching = spawn(process.execPath, [bin, "check", "--source", "--pedantic", "--watch", "--flake", fleet], {
    env: { ...process.env, XDG_CACHE_HOME: path.join(top, "cache") },
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    await line(watching);
    const times: number[] = [];
    for (let run = 0; run < runs + 1; run++) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const start = performance.now();
      appendFileSync(path.join(fleet, files.at(-1)!), `# ${run}\n`);
      await line(watching);
      times.push(performance.now() - start);
    }
    // the first is also the first of its code
    return median(times.slice(1));
  } finally {
    watching.kill();
  }
}

async function line({ stderr }: ChildProcess): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (chunk: Buffer): void => {
      if (!chunk.toString().includes(" ms)")) return;
      stderr!.off("data", look);
      resolve();
    };
    stderr!.on("data", look);
  });
}

function layOut(folder: string): void {
  if (positionals[0] !== undefined) cpSync(path.resolve(positionals[0]), folder, { recursive: true });
  else
    for (const [name, text] of Object.entries(paperFleet(1, 400))) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
  rmSync(path.join(folder, ".git"), { recursive: true, force: true });
  git("init", "-q");
  git("add", "-A");
}

function git(...args: readonly string[]): string {
  const { stdout, status, stderr } = spawnSync("git", args, { cwd: fleet, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
