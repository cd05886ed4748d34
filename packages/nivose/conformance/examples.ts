/**
 * Every output of every founding fleet, by our engine and by real Nix: written by `nivose init` for NixOS 24.11, with each
 * input a local folder.
 *
 *     NIVOSE_TEST_NIX=COMMAND node scripts/run.js packages/nivose/conformance/examples.ts --sources FILE
 *         [--only PRESET] [--match TEXT] [--spec FILE] [--keep FOLDER]
 *
 * FILE is Nix, a set of folders by the names of inputs: `{ nixpkgs = /…; home-manager = /…; … }`. Real Nix must see the folder
 * of temporary files.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

const presets = ["homelab", "parts", "profiles", "multi-flake", "package"];
const bin = path.resolve(import.meta.dirname, "../bin/nivose.js");
const outputs = path.resolve(import.meta.dirname, "flake-outputs.nix");
const { values } = parseArgs({
  options: {
    sources: { type: "string" },
    only: { type: "string" },
    match: { type: "string" },
    spec: { type: "string" },
    keep: { type: "string" },
  },
});
const { sources } = values;
const nix = process.env["NIVOSE_TEST_NIX"];
if (sources === undefined) throw new Error("usage: examples.ts --sources FILE [--only PRESET] [--match TEXT]");
if (nix === undefined) throw new Error("NIVOSE_TEST_NIX must be a command that runs a program of Nix 2.26");

/** Outputs of one flake have much in common, but all of them at once would need too much memory. */
const TOGETHER = 8;

const counts = { same: 0, different: 0, failed: 0 };
for (const preset of presets.filter((name) => values.only === undefined || name === values.only)) {
  const top = values.keep ?? mkdtempSync(path.join(tmpdir(), "nivose-examples-"));
  const folder = path.join(top, preset);
  try {
    write(preset, folder);
    for (const flake of flakesBelow(folder)) compareFlake(preset, path.relative(folder, flake), flake);
  } finally {
    if (values.keep === undefined) rmSync(top, { recursive: true });
  }
}
process.stdout.write(
  `${counts.same} the same, ${counts.different} different, ${counts.failed} not evaluated by real Nix\n`,
);
process.exitCode = counts.different + counts.failed > 0 ? 1 : 0;

function write(preset: string, folder: string): void {
  const spec = values.spec === undefined ? [] : ["--spec", values.spec];
  const { status, stderr } = spawnSync(
    process.execPath,
    [bin, "init", preset, folder, "--release", "24.11", "--yes", ...spec],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
}

/** Folders of `flake.nix`, those of templates left out. */
function flakesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "flake.nix")
    .map(({ parentPath }) => parentPath)
    .filter((each) => !path.relative(folder, each).split(path.sep).includes("templates"))
    .toSorted();
}

function compareFlake(preset: string, name: string, flake: string): void {
  const all = `import ${outputs} { flake = ${flake}; sources = import ${path.resolve(sources!)}; }`;
  const listed = askNix(`builtins.attrNames (${all})`);
  if (!listed.ok) {
    counts.failed++;
    process.stdout.write(`FAIL ${preset}/${name}: ${listed.text}\n`);
    return;
  }
  const wanted = (JSON.parse(listed.text) as string[]).filter((output) => output.includes(values.match ?? ""));
  for (let start = 0; start < wanted.length; start += TOGETHER) {
    const names = wanted.slice(start, start + TOGETHER);
    const theirs = answers(names, all, askNix);
    const ours = answers(names, all, askUs);
    for (const output of names) {
      const title = [preset, name, output].filter((part) => part !== "").join(" ");
      record(title, ours.get(output)!, theirs.get(output)!);
    }
  }
}

function record(title: string, ours: Answer, theirs: Answer): void {
  const isSame = theirs.ok && ours.ok && ours.text === theirs.text;
  counts[isSame ? "same" : theirs.ok ? "different" : "failed"]++;
  process.stdout.write(
    `${isSame ? "ok  " : "FAIL"} ${title} ${theirs.text}${isSame ? "" : `\n     ours: ${ours.text}`}\n`,
  );
}

/** Of several outputs at once, and of each alone if one of them fails. */
function answers(names: readonly string[], all: string, asks: (expression: string) => Answer): Map<string, Answer> {
  const list = names.map((name) => JSON.stringify(name)).join(" ");
  const together = asks(`let all = ${all}; in map (name: all.\${name}) [ ${list} ]`);
  if (together.ok) {
    const values = JSON.parse(together.text) as unknown[];
    return new Map(names.map((name, index) => [name, { ok: true, text: JSON.stringify(values[index]) }]));
  }
  return new Map(names.map((name) => [name, asks(`(${all}).${JSON.stringify(name)}`)]));
}

interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

function askUs(expression: string): Answer {
  return ask([process.execPath, bin, "eval", "--json", "--strict", "-E", expression]);
}

function askNix(expression: string): Answer {
  return ask([
    ...nix!.split(" "),
    "nix-instantiate",
    "--eval",
    "--json",
    "--strict",
    "--read-write-mode",
    "-E",
    expression,
  ]);
}

function ask([program, ...words]: readonly string[]): Answer {
  const { status, stdout, stderr } = spawnSync(program!, words, { encoding: "utf8", maxBuffer: 1 << 28 });
  return status === 0 ? { ok: true, text: stdout.trim() } : { ok: false, text: stderr.trim() };
}
