/**
 * Public fleets on paper: whether `nivose show --paper` lists their hosts, and what is said of each definition in their files.
 *
 *     node scripts/run.js packages/nivose/conformance/paper-fleets.ts FOLDER…
 *         [--only TEXT] [--host TEXT] [--most HOSTS] [--timeout SECONDS] [--errors] [--unknown] [--json FILE]
 *
 * FOLDER has one checkout a fleet, each a Git repository. Prints a line of a table for each fleet; with `--errors`, each
 * error, with `--unknown`, what is not known most often, and why whole hosts are not.
 */

import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { openQuestions } from "../src/cli/ask-flake.ts";
import { readEvaluation } from "../src/cli/evaluation-options.ts";
import { flakesAt } from "../src/cli/flakes-here.ts";
import { processContext } from "../src/cli/process.ts";
import { type FoundHost, findHosts } from "../src/fleet/discover.ts";
import type { AskFlake } from "../src/fleet/ask.ts";
import { attempting } from "../src/fleet/questions/shared.ts";
import { isListedRelease } from "../src/paper/other-release.ts";
import { type Verdict, verdictOn, verdictsIn } from "./verdicts/on-paper.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    host: { type: "string", default: "" },
    most: { type: "string", default: "1000" },
    timeout: { type: "string", default: "120" },
    errors: { type: "boolean", default: false },
    unknown: { type: "boolean", default: false },
    json: { type: "string" },
  },
});

interface HostVerdicts {
  readonly host: string;
  /** Why there are none. */
  readonly problem?: string;
  readonly isUnknown?: boolean;
  readonly verdicts: readonly Verdict[];
}

interface FleetVerdicts {
  readonly fleet: string;
  readonly isListedRelease: boolean;
  readonly broken: readonly string[];
  readonly hosts: readonly HostVerdicts[];
}

const silent = { write: () => {}, drained: () => Promise.resolve(), isTerminal: false, columns: undefined };
const all: FleetVerdicts[] = [];
process.stdout.write(row(["fleet", "of the release", "hosts", "evaluated", "definitions", "with a verdict", "errors"]));
process.stdout.write(row(Array.from({ length: 7 }, () => "---")));
for (const top of positionals)
  for (const name of readdirSync(top).toSorted()) {
    if (!name.includes(values.only)) continue;
    const fleet = await fleetOnPaper(path.resolve(top, name));
    all.push(fleet);
    process.stdout.write(row(cellsOf([fleet], fleet.fleet, fleet.isListedRelease ? "yes" : "no")));
    if (values.errors) tellErrors(fleet);
    if (values.unknown) tellUnknown(fleet);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(all)}\n`);
  }
process.stdout.write(
  row(cellsOf(all, `${all.length} fleets`, String(all.filter((each) => each.isListedRelease).length))),
);
process.exit(0);

async function fleetOnPaper(folder: string): Promise<FleetVerdicts> {
  const context = { ...processContext(folder, () => {}), stderr: silent };
  const flags = { paper: true, workers: "1", extraExperimentalFeatures: ["pipe-operators"] };
  const options = readEvaluation({ expr: false, showTrace: false, ...flags }, context);
  if ("code" in options) throw new Error(options.text);
  const { root, flakes } = flakesAt(folder, context);
  const questions = openQuestions(root, options, flags, context);
  if ("code" in questions) throw new Error(questions.text);
  const { ask, end, paperOf } = questions;
  const found = await findHosts(flakes, ask);
  const hosts: HostVerdicts[] = [];
  for (const host of found.hosts) {
    if (hosts.length >= Number(values.most)) break;
    if (!host.attribute.includes(values.host)) continue;
    const hang = new Promise<HostVerdicts>((resolve) => {
      const problem = `no answer in ${values.timeout} s`;
      setTimeout(resolve, Number(values.timeout) * 1000, { host: host.attribute, problem, verdicts: [] }).unref();
    });
    hosts.push(await Promise.race([hostOnPaper(host, root, ask), hang]));
  }
  await Promise.race([end(), new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
  return {
    fleet: path.basename(folder),
    isListedRelease: flakes.every((flake) => isListedRelease(paperOf(flake).substitutes)),
    broken: found.broken.map(({ flake, output, problem }) => `${flake}#${output ?? ""}: ${problem.problem}`),
    hosts,
  };
}

async function hostOnPaper({ flake, attribute }: FoundHost, root: string, ask: AskFlake): Promise<HostVerdicts> {
  const names = await ask(flake, `.${attribute}`, "_: builtins.attrNames", attempting);
  const copies = names.ok ? Object.entries(names.copies) : [];
  const folder = copies.find(([, original]) => original === root)?.[0];
  if (!names.ok || folder === undefined)
    return {
      host: attribute,
      problem: names.ok ? "its files are nowhere" : names.problem,
      isUnknown: names.ok || names.isLimit,
      verdicts: [],
    };
  const answer = await ask(flake, `.${attribute}`, verdictsIn(folder), attempting);
  if (!answer.ok) return { host: attribute, problem: answer.problem, isUnknown: answer.isLimit, verdicts: [] };
  const verdicts: Verdict[] = [];
  const known = new Map<string, Verdict["outcome"]>();
  for (const verdict of answer.value as Verdict[]) {
    const { outcome } = verdict;
    const text = String(outcome);
    // only the whole failure tells whether it is a mistake, and what fails alike is the same
    if (outcome !== true && !isUnknown(text) && !known.has(text)) {
      const alone = await ask(flake, `.${attribute}`, verdictOn(verdict), attempting);
      known.set(text, alone.ok ? outcome : alone.isLimit ? `unknown on paper: ${alone.problem}` : alone.problem);
    }
    verdicts.push({ ...verdict, outcome: known.get(text) ?? outcome });
  }
  return { host: attribute, verdicts };
}

function isUnknown(text: string): boolean {
  return /(?:unknown|not) on paper: /u.test(text);
}

function cellsOf(fleets: readonly FleetVerdicts[], name: string, release: string): (string | number)[] {
  const hosts = fleets.flatMap((fleet) => fleet.hosts);
  const verdicts = hosts.flatMap((host) => host.verdicts);
  const known = verdicts.filter(({ outcome }) => outcome === true || !isUnknown(outcome));
  const errors = known.filter(({ outcome }) => outcome !== true);
  const failed = hosts.filter((host) => host.problem !== undefined && host.isUnknown !== true);
  const share = verdicts.length === 0 ? "" : `${((known.length / verdicts.length) * 100).toFixed(1)} %`;
  const evaluated = hosts.filter((host) => host.problem === undefined).length;
  return [name, release, hosts.length, evaluated, verdicts.length, share, errors.length + failed.length];
}

function tellErrors({ broken, hosts }: FleetVerdicts): void {
  for (const each of broken) tell(`  BROKEN ${each}`);
  for (const { host, problem, isUnknown: isLimit, verdicts } of hosts) {
    if (problem !== undefined) tell(`  ${isLimit === true ? "UNKNOWN" : "ERROR"} ${host}: ${problem}`);
    const texts = byOutcome(verdicts.filter(({ outcome }) => outcome !== true && !isUnknown(outcome)));
    for (const [text, [first, ...others]] of texts)
      tell(`  ERROR ${host} ${nameOf(first!)}${others.length === 0 ? "" : ` and ${others.length} more`}: ${text}`);
  }
}

function tellUnknown({ hosts }: FleetVerdicts): void {
  const unknown = hosts.flatMap(({ verdicts }) =>
    verdicts.filter(({ outcome }) => outcome !== true && isUnknown(outcome)),
  );
  const texts = byOutcome(unknown);
  for (const [text, verdicts] of [...texts].toSorted((a, b) => b[1].length - a[1].length).slice(0, 12))
    tell(`  ${verdicts.length} × ${text} (${nameOf(verdicts[0]!)})`);
}

function nameOf({ option, below }: Verdict): string {
  return [...option, ...below].join(".");
}

function tell(line: string): void {
  process.stdout.write(`${line.replaceAll(/\s+/gu, " ").slice(0, 500)}\n`);
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

function byOutcome(verdicts: readonly Verdict[]): Map<string, Verdict[]> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const text = String(verdict.outcome);
    groups.set(text, [...(groups.get(text) ?? []), verdict]);
  }
  return groups;
}
