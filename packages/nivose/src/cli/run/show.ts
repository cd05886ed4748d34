/** `nivose show`. */

import path from "node:path";
import { nearest } from "@nivose/nix/syntax";
import { discover, type Fleet } from "../../fleet/discover.ts";
import { type FleetHost, type HostProblem, isProblem } from "../../fleet/host.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { openQuestions } from "../ask-flake.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { readEvaluation } from "../evaluation-options.ts";
import type { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { flakesAt } from "../flakes-here.ts";
import { refuse } from "../refuse.ts";

interface ShowFlags extends EvaluationFlags {
  readonly flake?: string;
  readonly json: boolean;
}

export async function run(context: Context, flags: ShowFlags, words: readonly string[]): Promise<ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  const { root, flakes } = flakesAt(flags.flake ?? ".", context);
  if (flakes.length === 0) findings.add(toolMessages["no-flake-here"](root));
  const { ask, end } = openQuestions(root, options, flags, context);
  let fleet: Fleet;
  try {
    fleet = await discover(flakes, ask, words.length === 0 ? undefined : (name) => words.includes(name));
  } finally {
    await end();
  }
  // without a flake there are no hosts, and that is told already
  for (const word of words.filter((name) => flakes.length > 0 && !fleet.names.includes(name)))
    findings.add(toolMessages["unknown-host"](word, nearest(word, fleet.names)));
  const typed = (flake: string): string => typedFolder(path.join(root, flake), context);
  for (const { flake, problem } of fleet.broken)
    addProblem(findings, flake || "the flake", problem, `flake show ${typed(flake)}`);
  for (const host of fleet.hosts)
    if (isProblem(host.facts))
      addProblem(findings, host.name, host.facts, `eval ${typed(host.flake)}#${host.attribute}`);
  if (flags.json) writeJson(fleet, findings, context);
  else writeTable(fleet.hosts, words.length > 0, context);
  if (flakes.length > 0 && fleet.names.length === 0 && fleet.broken.length === 0)
    context.stderr.write(`no hosts in ${flakes.length === 1 ? "the flake" : `${flakes.length} flakes`}\n`);
  return findings.exitCode;
}

/** As a user would type it here. */
function typedFolder(folder: string, { cwd }: Context): string {
  const relative = path.relative(cwd, folder);
  return relative === "" ? "." : relative.startsWith("..") ? relative : `./${relative}`;
}

/** `command` is what tells more. */
function addProblem(findings: Findings, name: string, problem: HostProblem, command: string): void {
  const code = problem.isLimit ? "host-out-of-reach" : "host-broken";
  const message = toolMessages[code](name, problem.problem, command);
  findings.addFailure(message, `${name} cannot be evaluated`, problem.advice);
}

function writeJson({ hosts }: Fleet, findings: Findings, { stdout }: Context): void {
  const shown = hosts.map(({ facts, ...host }) => ({ ...host, ...(isProblem(facts) ? problemJson(facts) : facts) }));
  stdout.write(
    `${JSON.stringify({ version: JSON_VERSION, hosts: shown, diagnostics: findings.json }, undefined, 2)}\n`,
  );
}

/** What it means is told by the diagnostics. */
function problemJson({ problem, isLimit }: HostProblem): object {
  return { problem, isLimit };
}

function writeTable(hosts: readonly FleetHost[], withFiles: boolean, context: Context): void {
  const { stdout } = context;
  const { style } = layoutOf(context, stdout);
  const rows = hosts.map((host): string[] => {
    const where = host.flake === "" ? "" : host.flake;
    if (isProblem(host.facts)) return [host.name, host.kind, "?", "?", "?", "?", where];
    const { system, stateVersion = "", users, files } = host.facts;
    return [
      host.name,
      host.kind,
      system,
      stateVersion,
      users.join(" "),
      files.length === 1 ? "1 file" : `${files.length} files`,
      where,
    ];
  });
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    stdout.write(`${[style.strong(cells[0]!), ...cells.slice(1)].join("  ").trimEnd()}\n`);
    const host = hosts[index]!;
    if (withFiles && !isProblem(host.facts)) for (const file of host.facts.files) stdout.write(`  ${file}\n`);
  }
}
