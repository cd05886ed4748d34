/**
 * Writes `data/paper/packages`: what the names of nixpkgs are.
 *
 *     node scripts/run.js packages/nivose/conformance/paper-packages.ts NIXPKGS [--names FILE] [--out FOLDER] [--only NAMES]
 *
 * FILE has the names of all packages, one a line; those of them that cannot be evaluated are plain packages. `--only` looks at
 * some names, with commas between them. `npm run build` comes first. All of it takes a quarter of an hour.
 */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Entry, type Seen, topEntry } from "./paper-packages/entries.ts";
import { writePackages } from "./paper-packages/files.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    names: { type: "string" },
    out: { type: "string", default: path.resolve(import.meta.dirname, "../../../data/paper/packages") },
    only: { type: "string" },
  },
});
const nixpkgs = path.resolve(positionals[0] ?? "");
if (positionals.length !== 1) throw new Error("usage: paper-packages.ts NIXPKGS [--names FILE] [--out FOLDER]");

/** Names that one process looks at; memory is not given back before it ends. */
const TOGETHER = 250;
const command = path.resolve(import.meta.dirname, "../bin/nivose.js");
const packages = new Set(values.names === undefined ? [] : readFileSync(values.names, "utf8").split("\n"));
const renamed = readRenamed();
/** What ends an evaluation that looks at it. */
const skip: string[] = [];

const names =
  values.only?.split(",") ??
  (JSON.parse(evaluate(`builtins.attrNames (import ${nixpkgs} { system = "x86_64-linux"; })`).output) as string[]);
const top: Record<string, Entry> = {};
for (let next = 0; next < names.length; next += TOGETHER) {
  const part = names.slice(next, next + TOGETHER);
  const seen = lookAt(part);
  for (const [index, name] of part.entries()) {
    top[name] = topEntry(name, seen[index]!, packages.has(name), renamed.get(name));
  }
  process.stderr.write(`${next + part.length} of ${names.length}\n`);
}
const sets = writePackages(values.out, top);
process.stdout.write(`${names.length} names, ${sets} large sets; ${skip.length} could not be looked at\n`);

function lookAt(part: readonly string[]): readonly Seen[] {
  for (;;) {
    const look = path.join(import.meta.dirname, "paper-packages/look.nix");
    const { output, trace } = evaluate(
      `import ${look} { nixpkgs = ${nixpkgs}; names = ${listOf(part)}; skip = ${listOf(skip)}; }`,
    );
    if (output !== "") return JSON.parse(output) as readonly Seen[];
    const last = trace
      .match(/^trace: at:.*$/gm)
      ?.at(-1)
      ?.slice("trace: at:".length);
    if (last === undefined || skip.includes(last)) throw new Error(trace.slice(-2000));
    process.stderr.write(`skipped ${last}\n`);
    skip.push(last);
  }
}

function evaluate(expression: string): { readonly output: string; readonly trace: string } {
  const words = ["--stack-size=50000", command, "eval", "--strict", "--json", "-E", expression];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", maxBuffer: 2 ** 30 });
  return { output: status === 0 ? stdout : "", trace: stderr };
}

function listOf(texts: readonly string[]): string {
  return `[ ${texts.map((text) => JSON.stringify(text).replaceAll("${", "\\${")).join(" ")} ]`;
}

/** The old names that are errors, with the new ones. */
function readRenamed(): ReadonlyMap<string, string> {
  const text = readFileSync(path.join(nixpkgs, "pkgs/top-level/aliases.nix"), "utf8");
  const pattern =
    /^\s*"?([\w.+-]+)"?\s*=\s*throw\s+"[^"]*? (?:has been|was) (?:renamed to\/replaced by|replaced by|renamed to) '([\w.+-]+)'/gm;
  return new Map([...text.matchAll(pattern)].map(([, old, now]) => [old!, now!]));
}
