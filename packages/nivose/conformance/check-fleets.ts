/**
 * Public fleets checked on paper: how much is found, how long it takes, and how much of it is true.
 *
 *     node scripts/run.js packages/nivose/conformance/check-fleets.ts FOLDER…
 *         [--only TEXT] [--rules CODES] [--timeout SECONDS] [--judged FILE] [--open FILE] [--most 50]
 *
 * FOLDER has one checkout a fleet, each a Git repository. Of every rule `--most` findings are taken, always the same ones,
 * and looked up in `--judged` (by default `check-judged.json`), which has a verdict on each with a reason; those that are in there are counted in
 * the table, and the others are written to `--open` to be judged.
 */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { aligned } from "../../../bench/parts/harness.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    rules: { type: "string" },
    timeout: { type: "string", default: "300" },
    judged: { type: "string", default: path.join(import.meta.dirname, "check-judged.json") },
    open: { type: "string" },
    most: { type: "string", default: "50" },
  },
});

interface Found {
  readonly fleet: string;
  readonly code: string;
  readonly rule: string;
  readonly class: string;
  readonly text: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly hint?: string;
  readonly hosts?: readonly string[];
}

/** By what a finding is known. */
type Judgements = Readonly<Record<string, { readonly isTrue: boolean; readonly why: string }>>;

const bin = path.join(import.meta.dirname, "../bin/nivose.js");
const judged = existsSync(values.judged) ? (JSON.parse(readFileSync(values.judged, "utf8")) as Judgements) : {};
const all: Found[] = [];
for (const top of positionals)
  for (const name of readdirSync(top).toSorted())
    if (name.includes(values.only)) all.push(...checked(path.resolve(top, name)));

const codes = [...new Set(all.map(({ code }) => code))].toSorted();
const rows = [["", "class", "found", "taken", "judged", "true", "share"]];
const open: (Found & { readonly key: string })[] = [];
for (const code of codes)
  for (const sureness of ["certain", "paper", "heuristic"]) {
    const found = all.filter((each) => each.code === code && each.class === sureness);
    if (found.length === 0) continue;
    const taken = found.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)).slice(0, Number(values.most));
    const verdicts = taken.flatMap((each) => judged[keyOf(each)] ?? []);
    const right = verdicts.filter(({ isTrue }) => isTrue).length;
    open.push(
      ...taken.filter((each) => judged[keyOf(each)] === undefined).map((each) => ({ key: keyOf(each), ...each })),
    );
    const share = verdicts.length === 0 ? "" : `${((100 * right) / verdicts.length).toFixed(0)} %`;
    rows.push([code, sureness, ...[found.length, taken.length, verdicts.length, right].map(String), share]);
  }
process.stdout.write(aligned(rows));
if (values.open !== undefined) writeFileSync(values.open, `${JSON.stringify(open, undefined, 1)}\n`);

function checked(folder: string): Found[] {
  const fleet = path.basename(folder);
  const start = performance.now();
  const rules = values.rules === undefined ? [] : ["--only", values.rules];
  const { stdout, status, signal, stderr } = spawnSync(
    process.execPath,
    [bin, "check", "--paper", "--pedantic", "--json", "--flake", folder, ...rules],
    { cwd: folder, encoding: "utf8", maxBuffer: 1 << 30, timeout: Number(values.timeout) * 1000 },
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const isSound = signal === null && status !== null && status < 4 && status !== 2;
  const findings = isSound
    ? (JSON.parse(stdout) as { findings: (Omit<Found, "fleet" | "line"> & { range?: { start: { line: number } } })[] })
        .findings
    : [];
  const how = isSound
    ? `${findings.length} findings`
    : `FAILED (${signal ?? status}): ${stderr.trim().split("\n").at(-1)}`;
  process.stdout.write(`${fleet}: ${how} in ${seconds} s\n`);
  return findings.map(({ range, ...each }) => ({ ...each, fleet, line: range?.start.line }));
}

function keyOf({ fleet, code, file, line, text }: Found): string {
  return `${fleet} ${code} ${file}:${line ?? ""} ${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}

/** As good as drawn by lot, and always the same. */
function orderOf(found: Found): string {
  return createHash("sha256").update(keyOf(found)).digest("hex");
}
