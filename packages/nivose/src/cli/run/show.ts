/** `nivose show`. */

import path from "node:path";
import { nearest } from "@nivose/nix/syntax";
import { type AskFlake, discover, type Fleet } from "../../fleet/discover.ts";
import { type FleetHost, type HostProblem, isProblem } from "../../fleet/host.ts";
import { type HostSystem, systemOf } from "../../fleet/system.ts";
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
import type { WorkerFlags } from "../worker-flags.ts";

interface ShowFlags extends EvaluationFlags, WorkerFlags {
  readonly flake?: string;
  readonly derivations: boolean;
  readonly json: boolean;
}

export async function run(context: Context, flags: ShowFlags, words: readonly string[]): Promise<ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  const { root, flakes } = flakesAt(flags.flake ?? ".", context);
  if (flakes.length === 0) findings.add(toolMessages["no-flake-here"](root));
  const questions = openQuestions(root, options, flags, context);
  if ("code" in questions) return refuse(questions, context);
  const { ask, end } = questions;
  let fleet: Fleet;
  let systems: Systems = new Map();
  try {
    fleet = await discover(flakes, ask, words.length === 0 ? undefined : (name) => words.includes(name));
    if (flags.derivations) systems = await systemsOf(fleet.hosts, ask);
  } finally {
    await end();
  }
  // without a flake there are no hosts, and that is told already
  for (const word of words.filter((name) => flakes.length > 0 && !fleet.names.includes(name)))
    findings.add(toolMessages["unknown-host"](word, nearest(word, fleet.names)));
  const typed = (flake: string): string => typedFolder(path.join(root, flake), context);
  for (const { flake, problem } of fleet.broken)
    findings.add(messageOf(flake || "the flake", problem, `flake show ${typed(flake)}`));
  for (const host of fleet.hosts)
    for (const part of [host.facts, systems.get(host)])
      if (part !== undefined && "problem" in part)
        findings.add(messageOf(host.name, part, `eval ${typed(host.flake)}#${host.attribute}`));
  if (flags.json) writeJson(fleet, systems, findings, context);
  else writeTable(fleet.hosts, systems, words.length > 0, context);
  if (flakes.length > 0 && fleet.names.length === 0 && fleet.broken.length === 0)
    context.stderr.write(`no hosts in ${flakes.length === 1 ? "the flake" : `${flakes.length} flakes`}\n`);
  return findings.exitCode;
}

type Systems = ReadonlyMap<FleetHost, HostSystem | HostProblem>;

async function systemsOf(hosts: readonly FleetHost[], ask: AskFlake): Promise<Systems> {
  const good = hosts.filter(({ facts }) => !isProblem(facts));
  return new Map(await Promise.all(good.map(async (host) => [host, await systemOf(host, ask)] as const)));
}

/** As a user would type it here. */
function typedFolder(folder: string, { cwd }: Context): string {
  const relative = path.relative(cwd, folder);
  return relative === "" ? "." : relative.startsWith("..") ? relative : `./${relative}`;
}

/** `command` is what tells more. */
function messageOf(name: string, { problem, isLimit }: HostProblem, command: string) {
  return toolMessages[isLimit ? "host-out-of-reach" : "host-broken"](name, problem, command);
}

function writeJson({ hosts }: Fleet, systems: Systems, findings: Findings, { stdout }: Context): void {
  const shown = hosts.map((host) => {
    const { facts, ...rest } = host;
    const system = systems.get(host);
    const isKnown = system !== undefined && !("problem" in system);
    return { ...rest, ...facts, ...(isKnown ? { derivation: system.derivation } : {}) };
  });
  stdout.write(
    `${JSON.stringify({ version: JSON_VERSION, hosts: shown, diagnostics: findings.json }, undefined, 2)}\n`,
  );
}

function writeTable(hosts: readonly FleetHost[], systems: Systems, withFiles: boolean, context: Context): void {
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
    const system = systems.get(host);
    if (system !== undefined && !("problem" in system)) stdout.write(`  ${system.derivation}\n`);
    if (withFiles && !isProblem(host.facts)) for (const file of host.facts.files) stdout.write(`  ${file}\n`);
  }
}
