/**
 * The tests of nixpkgs' own library, with `nivose eval` in the place of `nix-instantiate`: files that give the list of what
 * failed, and shell scripts that count. What needs a store to write to is left out.
 *
 *     node scripts/run.js packages/nix/conformance/lib-tests.ts NIXPKGS-OR-NIXPKGS.LIB [NAME…]
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const bin = path.resolve(import.meta.dirname, "../../nivose/bin/nivose.js");

/** What `nix-instantiate` takes and an evaluation does not need: `--timeout` is that of builds. */
const NIX_INSTANTIATE = `#!/bin/bash
words=()
while [ $# -gt 0 ]; do
  case $1 in
    --eval|--eval-only|--read-write-mode) ;;
    --timeout) shift ;;
    --expr) words+=(-E) ;;
    *) words+=("$1") ;;
  esac
  shift
done
exec ${JSON.stringify(process.execPath)} ${JSON.stringify(bin)} eval "\${words[@]}"
`;

interface Result {
  readonly passed: number;
  readonly failed: number;
  /** What was printed, if something failed. */
  readonly log: string;
}

type Run = (
  program: string,
  ...words: string[]
) => { readonly stdout: string; readonly log: string; readonly ok: boolean };

const file =
  (name: string, ...more: string[]) =>
  (run: Run): Result => {
    const { stdout, log } = run("nix-instantiate", "--eval", "--strict", ...more, name);
    const isEmpty = stdout.trim() === "[ ]";
    return { passed: isEmpty ? 1 : 0, failed: isEmpty ? 0 : 1, log: isEmpty ? "" : log };
  };

const script =
  (name: string) =>
  (run: Run): Result => {
    const { stdout, log, ok } = run("bash", name);
    const count = (word: string): number => Number(new RegExp(`^(\\d+) ${word}$`, "mu").exec(stdout)?.[1] ?? NaN);
    const [passed, failed] = [count("Pass"), count("Fail")];
    if (Number.isNaN(passed)) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, log: ok ? "" : log };
    return { passed, failed, log: failed > 0 ? log : "" };
  };

const suites: Readonly<Record<string, (run: Run) => Result>> = {
  misc: file("misc.nix"),
  systems: file("systems.nix"),
  fetchers: file("fetchers.nix"),
  filesystem: script("filesystem.sh"),
  network: script("network.sh"),
  modules: script("modules.sh"),
};

const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error("the folder of nixpkgs or of nixpkgs.lib is missing");
const tests = path.resolve(folder, "lib/tests");
const programs = mkdtempSync(path.join(tmpdir(), "nivose-lib-tests-"));
writeFileSync(path.join(programs, "nix-instantiate"), NIX_INSTANTIATE, { mode: 0o755 });

const run: Run = (program, ...words) => {
  const { stdout, stderr, status } = spawnSync(program, words, {
    cwd: tests,
    env: { ...process.env, PATH: `${programs}:${process.env["PATH"]}`, NIX_PATH: `nixpkgs=${path.resolve(folder)}` },
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  return { stdout, log: stdout + stderr, ok: status === 0 };
};

try {
  for (const [name, suite] of Object.entries(suites)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const { passed, failed, log } = suite(run);
    process.stdout.write(`${log}${name}: ${passed} passed, ${failed} failed\n`);
    if (failed > 0) process.exitCode = 1;
  }
} finally {
  rmSync(programs, { recursive: true });
}
