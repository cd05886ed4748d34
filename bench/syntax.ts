/**
 * `npm run bench -- syntax FOLDER`: all Nix files below a folder, read, parsed and analysed by `nivose parse --check`,
 * against `nix-instantiate --parse` over the same files (NIVOSE_TEST_NIX, or the one on the PATH), its output thrown
 * away. Then `nivose fmt --check` against the same parse. Whole processes, in turn. Files that Nix refuses would end its
 * run early, so they are left out for both.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Command, measure, paired, table } from "./parts/harness.ts";

const RUNS = 5;
/** `xargs` starts Nix anew for so many files. */
const FILES_A_CALL = "3000";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("usage: npm run bench -- syntax FOLDER\n");
  process.exit(2);
}
const top = path.resolve(folder);
const files = readdirSync(top, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".nix"))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .toSorted();

const bin = path.join(import.meta.dirname, "../packages/nivose/bin/nivose.js");
const nix = process.env["NIVOSE_TEST_NIX"];
const nixParse = [...(nix === undefined ? [] : [nix]), "nix-instantiate", "--parse"];

const scratch = mkdtempSync(path.join(tmpdir(), "nivose-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const list = path.join(scratch, "files");
writeFileSync(list, acceptedByNix(files).join("\0"));

/** A command over all the files of the list, as many a call as one may take. */
function overFiles(name: string, argv: readonly string[], status: number): Command {
  const script = 'xargs -0 -a "$0" -n "$1" "${@:2}" >/dev/null 2>&1';
  return { name, argv: ["bash", "-c", script, list, FILES_A_CALL, ...argv], status };
}

const nivose = (...words: string[]): Command["argv"] => [process.execPath, bin, ...words];
const [theirs, ours, formatting] = measure(
  [
    overFiles("nix-instantiate --parse", nixParse, 0),
    { name: "nivose parse --check", argv: nivose("parse", "--check", top), status: statusOf("parse") },
    { name: "nivose fmt --check", argv: nivose("fmt", "--check", top), status: statusOf("fmt") },
  ],
  { runs: RUNS },
) as [
  theirs: ReturnType<typeof measure>[0],
  ours: ReturnType<typeof measure>[0],
  formatting: ReturnType<typeof measure>[0],
];

process.stdout.write(`${files.length} files below ${folder}, medians of ${RUNS}\n\n`);
process.stdout.write(table([theirs, ours]));
process.stdout.write(`\n${table([ours, formatting])}`);
const parseRatio = paired(ours, theirs, (a, b) => a.cpu / b.cpu);
const formatRatio = paired(formatting, ours, (a, b) => a.cpu / b.cpu);
process.stdout.write(
  `\nparsing takes ${parseRatio.toFixed(2)} of Nix's CPU time (goal 1.0), checking the format ` +
    `${formatRatio.toFixed(2)} of that of parsing (goal 4)\n`,
);

/** Files with mistakes, or unformatted ones, are no failure of the measurement. */
function statusOf(verb: string): number {
  return spawnSync(process.execPath, [bin, verb, "--check", top], { stdio: "ignore" }).status ?? 1;
}

/** Nix stops at the first file that it refuses: those are found by halving. */
function acceptedByNix(candidates: readonly string[]): readonly string[] {
  if (candidates.length === 0) return [];
  if (candidates.length <= Number(FILES_A_CALL)) {
    const [program, ...parameters] = [...nixParse, ...candidates] as [string, ...string[]];
    if (spawnSync(program, parameters, { stdio: "ignore" }).status === 0) return candidates;
    if (candidates.length === 1) return [];
  }
  const middle = candidates.length >> 1;
  return [...acceptedByNix(candidates.slice(0, middle)), ...acceptedByNix(candidates.slice(middle))];
}
