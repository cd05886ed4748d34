/** `nivose show`. */

import path from "node:path";
import { nearest } from "@nivose/nix/syntax";
import { byReason, namesText } from "../../fleet/show/broken-hosts.ts";
import { readFleetData } from "../../fleet/data/files.ts";
import { discover, type Fleet } from "../../fleet/discover.ts";
import { type HostFacts, isProblem } from "../../fleet/host.ts";
import { fleetJson } from "../../fleet/show/json.ts";
import type { ShownFleet, ShownHost } from "../../fleet/show/shown.ts";
import { tellFleet } from "../../fleet/show/tell-fleet.ts";
import { tellHost } from "../../fleet/show/tell-host.ts";
import { withLockedRelease } from "../../paper/locked-release.ts";
import { paperClassOf } from "../../paper/other-release.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { openQuestions } from "../ask-flake.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { readEvaluation } from "../evaluation-options.ts";
import type { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { addProblem, hostCommand, typedFolder } from "../host-problems.ts";
import { flakesAt, type FlakesHere } from "../flakes-here.ts";
import { dataFilesOf, readFlakes } from "../fleet-files.ts";
import { paperJson, type PaperFlags, tellPaper } from "../paper-use.ts";
import { refuse } from "../refuse.ts";
import type { WorkerFlags } from "../worker-flags.ts";

interface ShowFlags extends EvaluationFlags, PaperFlags, WorkerFlags {
  readonly flake?: string;
  readonly derivations: boolean;
  readonly json: boolean;
}

export async function run(context: Context, flags: ShowFlags, words: readonly string[]): Promise<ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  const here = flakesAt(flags.flake ?? ".", context);
  const { root, flakes } = here;
  if (flakes.length === 0) return refuse(toolMessages["no-flake-here"](root), context);
  const questions = openQuestions(root, options, flags, context);
  if ("code" in questions) return refuse(questions, context);
  const { ask, end, paperOf } = questions;
  const inDepth = words.length > 0;
  let fleet: Fleet;
  try {
    fleet = await discover(flakes, ask, {
      isWanted: (name) => !inDepth || words.includes(name),
      ...(inDepth ? { inDepth: { root } } : {}),
      withSystems: flags.derivations,
    });
  } finally {
    await end();
  }
  // a flake that cannot be read may have this one, which is told already
  const areNamesKnown = fleet.broken.length === 0;
  for (const word of words.filter((name) => areNamesKnown && !fleet.names.includes(name)))
    findings.add(toolMessages["unknown-host"](word, nearest(word, fleet.names)));
  tellPaper(flakes.map(paperOf), flags, context);
  tellProblems(fleet, { root, findings, context });
  const isWhole = fleet.broken.length === 0 && hasAllFlakes(here, context);
  const data = await readFleetData(dataFilesOf(here, options, context), isWhole ? new Set(fleet.names) : undefined);
  for (const { file, diagnostics } of data.problems) findings.addAll(file.name, file.bytes, diagnostics);
  const shown: ShownFleet = {
    flakes: readFlakes(here, context).map((flake) => ({
      ...flake,
      broken: fleet.broken.filter((each) => each.flake === flake.folder),
    })),
    hosts: fleet.hosts.map((host) => {
      const { substitutes } = paperOf(host.flake);
      return { ...withLockedRelease(host, substitutes), class: paperClassOf(substitutes), data: data.of(host) };
    }),
    targets: fleet.targets,
  };
  if (flags.json) writeJson(shown, paperJson(flakes, paperOf), findings, context);
  else if (inDepth) writeHosts(shown, context);
  else writeFleet(shown, context);
  if (flakes.length > 0 && fleet.names.length === 0 && fleet.broken.length === 0)
    context.stderr.write(`no hosts in ${flakes.length === 1 ? "the flake" : `${flakes.length} flakes`}\n`);
  return findings.exitCode;
}

/** Whether no flake of the repository was left out, so that a host that is in none of these does not exist. */
function hasAllFlakes({ root, flakes }: FlakesHere, context: Context): boolean {
  return flakes.length !== 1 || flakes[0] === "" || flakesAt(root, context).flakes.length === 1;
}

/** What several hosts have in common is told once. */
function tellProblems(
  { hosts, broken }: Fleet,
  { root, findings, context }: { readonly root: string; readonly findings: Findings; readonly context: Context },
): void {
  const typed = (flake: string): string => typedFolder(path.join(root, flake), context);
  for (const { flake, problem, output } of broken) {
    const command = output === undefined ? `flake show ${typed(flake)}` : `eval ${typed(flake)}#${output}`;
    const name = output === undefined ? flake || "the flake" : flake === "" ? output : `${flake}#${output}`;
    addProblem(findings, name, problem, command);
  }
  const problems = hosts.flatMap((host) => {
    const { facts } = host;
    const found = isProblem(facts) ? facts : facts.becomes;
    return found === undefined || !("problem" in found) ? [] : [{ host, problem: found }];
  });
  for (const { first, names, problem } of byReason(problems))
    addProblem(findings, namesText(names), problem, hostCommand(first, root, context));
}

function writeJson(fleet: ShownFleet, paper: readonly object[], findings: Findings, { stdout }: Context): void {
  const all = { version: JSON_VERSION, ...fleetJson(fleet), paper, diagnostics: findings.json };
  stdout.write(`${JSON.stringify(all, undefined, 2)}\n`);
}

function writeFleet(fleet: ShownFleet, context: Context): void {
  const { stdout, environment } = context;
  const asked = Number(environment["COLUMNS"]);
  // what no terminal shows has room for everything
  const width = stdout.columns || (Number.isInteger(asked) && asked > 0 ? asked : Infinity);
  for (const line of tellFleet(fleet, width, layoutOf(context, stdout).style)) stdout.write(`${line}\n`);
}

function writeHosts({ hosts, flakes, targets }: ShownFleet, context: Context): void {
  const { stdout, now } = context;
  const { style, width } = layoutOf(context, stdout);
  const isKnown = (host: ShownHost): host is ShownHost & { facts: HostFacts } => !isProblem(host.facts);
  const told = hosts.filter(isKnown).map((host) => {
    const inputs = flakes.find(({ folder }) => folder === host.flake)?.inputs ?? [];
    return tellHost(host, inputs, { width, style, now: now() });
  });
  // of what only a tool that deploys knows there is no more to tell
  const others = tellFleet({ flakes: [], hosts: [], targets }, Infinity, style);
  const blocks = [...told, ...(others.length === 0 ? [] : [others])];
  stdout.write(blocks.map((lines) => `${lines.join("\n")}\n`).join("\n"));
}
