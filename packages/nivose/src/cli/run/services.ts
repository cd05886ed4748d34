/** `nivose services`. */

import { nearest } from "@nivose/nix/syntax";
import type { EvaluatedFleet } from "../../check/hosts/evaluated-fleet.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { type HostedService, servicesOf } from "../../scaffold/service/fleet/hosted.ts";
import { serviceJson } from "../../scaffold/service/fleet/json.ts";
import { meant, search } from "../../scaffold/service/fleet/search.ts";
import { tellList } from "../../scaffold/service/fleet/tell-list.ts";
import { tellService } from "../../scaffold/service/fleet/tell-service.ts";
import { serviceMessages } from "../../scaffold/service/messages.ts";
import { catalogue } from "../../services/catalogue.ts";
import { evaluateFleet } from "../check/check-fleet.ts";
import { readRepository } from "../check/read-repository.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import type { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { flakesAt } from "../flakes-here.ts";
import { addProblem, hostCommand } from "../host-problems.ts";
import type { PaperFlags } from "../paper-use.ts";
import { refuseAs } from "../refuse.ts";
import type { WorkerFlags } from "../worker-flags.ts";

interface ServicesFlags extends EvaluationFlags, PaperFlags, WorkerFlags {
  readonly flake?: string;
  readonly running: boolean;
  readonly on?: readonly string[];
  readonly json: boolean;
}

export async function run(context: Context, flags: ServicesFlags, words: readonly string[]): Promise<ExitCode> {
  const found = search(words, catalogue);
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  if (found.length === 0) {
    const name = words.join(" ");
    return refuseAs(flags, { services: [] }, serviceMessages["unknown-service"](name, meant(name, catalogue)), context);
  }
  const here = flakesAt(flags.flake ?? ".", context);
  const needsFleet = flags.running || flags.on !== undefined || flags.flake !== undefined;
  if (here.flakes.length === 0 && needsFleet)
    return refuseAs(flags, { services: [] }, toolMessages["no-flake-here"](here.root), context);
  let hosted: readonly HostedService[] = [];
  if (here.flakes.length > 0) {
    const repository = readRepository(here, context);
    const fleet = await evaluateFleet({ here, repository, flags, context });
    if ("code" in fleet) return refuseAs(flags, { services: [] }, fleet, context);
    hosted = servicesOf(fleet);
    tellProblems(fleet, flags, here.root, findings, context);
  }
  const isWanted = ({ host }: HostedService): boolean => flags.on === undefined || flags.on.includes(host.host.name);
  const isRunning = (name: string): boolean => hosted.some((each) => each.name === name && isWanted(each));
  const names = flags.running || flags.on !== undefined ? found.filter(isRunning) : found;
  write(names, hosted, { words, flags, findings, context, hasFleet: here.flakes.length > 0 });
  return findings.exitCode;
}

function tellProblems(
  { hosts }: EvaluatedFleet,
  flags: ServicesFlags,
  root: string,
  findings: Findings,
  context: Context,
): void {
  const known = hosts.map(({ host }) => host.name);
  for (const name of flags.on ?? [])
    if (!known.includes(name)) findings.add(toolMessages["unknown-host"](name, nearest(name, known)));
  for (const { host, problem } of hosts)
    if (problem !== undefined) addProblem(findings, host.name, problem, hostCommand(host, root, context));
}

interface Written {
  readonly words: readonly string[];
  readonly flags: ServicesFlags;
  readonly findings: Findings;
  readonly context: Context;
  readonly hasFleet: boolean;
}

function write(
  names: readonly string[],
  hosted: readonly HostedService[],
  { words, flags, findings, context, hasFleet }: Written,
): void {
  const { stdout, environment } = context;
  if (flags.json) {
    const services = names.map((name) => serviceJson(name, catalogue[name]!, hosted));
    stdout.write(`${JSON.stringify({ version: JSON_VERSION, services, diagnostics: findings.json }, undefined, 2)}\n`);
    return;
  }
  const { style, width } = layoutOf(context, stdout);
  const isNamed = words.length > 0 && words.every((word) => Object.hasOwn(catalogue, word));
  if (isNamed) {
    const told = hasFleet ? hosted : undefined;
    const blocks = names.map((name) => `${tellService(name, catalogue[name]!, told, { width, style }).join("\n")}\n`);
    stdout.write(blocks.join("\n"));
    return;
  }
  const asked = Number(environment["COLUMNS"]);
  // what no terminal shows has room for everything
  const columns = stdout.columns || (Number.isInteger(asked) && asked > 0 ? asked : Infinity);
  for (const line of tellList(names, hosted, columns, style)) stdout.write(`${line}\n`);
  if (names.length === 0) context.stderr.write("no service of the catalogue runs there\n");
}
