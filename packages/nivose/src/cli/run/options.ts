/** `nivose options`. */

import path from "node:path";
import { nearest } from "@nivose/nix/syntax";
import { explainMessages } from "../../explain/messages.ts";
import { askOptions } from "../../explain/options/ask-options.ts";
import { type FleetOption, type HostOptions, optionsOfFleet } from "../../explain/options/fleet-options.ts";
import { optionsOnPaper, PAPER_RELEASE } from "../../explain/options/paper.ts";
import { search } from "../../explain/options/rank.ts";
import { tellOption } from "../../explain/options/tell-options.ts";
import { type AskFlake, findHosts, type FoundHost, type FoundHosts } from "../../fleet/discover.ts";
import { hostOutputs, type HostProblem, type PaperClass } from "../../fleet/host.ts";
import { paperClassOf } from "../../paper/other-release.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { openQuestions } from "../ask-flake.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { readEvaluation } from "../evaluation-options.ts";
import type { ExitCode } from "../exit-codes.ts";
import { fileReader } from "../file-reader.ts";
import { Findings } from "../findings.ts";
import { addProblem, hostCommand, typedFolder } from "../host-problems.ts";
import { flakesAt } from "../flakes-here.ts";
import { wholeNumber } from "../nix-settings.ts";
import { chooseOption } from "../option-list/choose.ts";
import { sourceNames } from "../source-names.ts";
import { paperJson, type PaperFlags, type PaperUse, tellPaper } from "../paper-use.ts";
import { refuse } from "../refuse.ts";
import type { WorkerFlags } from "../worker-flags.ts";

interface OptionsFlags extends EvaluationFlags, PaperFlags, WorkerFlags {
  readonly flake?: string;
  readonly host?: string;
  readonly limit?: string;
  readonly json: boolean;
}

const USUAL_LIMIT = 20;

export async function run(context: Context, flags: OptionsFlags, words: readonly string[]): Promise<ExitCode> {
  const settings = readEvaluation(flags, context);
  if ("code" in settings) return refuse(settings, context);
  const limit = flags.limit === undefined ? USUAL_LIMIT : wholeNumber(flags.limit);
  if (limit === undefined || limit < 1)
    return refuse(toolMessages["invalid-amount"]("--limit", flags.limit!, "a number from 1 on"), context);
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  const { root, flakes } = flakesAt(flags.flake ?? ".", context);
  const questions = openQuestions(root, settings, flags, context);
  if ("code" in questions) return refuse(questions, context);
  const { ask, end, paperOf } = questions;
  let found: Searched | undefined;
  try {
    const known = await findHosts(flakes, ask);
    const asked = flags.host === undefined ? known.hosts : known.hosts.filter(({ name }) => name === flags.host);
    if (flags.host !== undefined && asked.length === 0 && known.broken.length === 0) {
      const names = known.hosts.map(({ name }) => name);
      findings.add(toolMessages["unknown-host"](flags.host, nearest(flags.host, names)));
    } else found = await optionsOf(known, asked, ask, { root, findings, context, paperOf });
  } finally {
    await end();
  }
  tellPaper(flakes.map(paperOf), flags, context);
  if (found === undefined) return findings.exitCode;
  const query = words.join(" ");
  const isInteractive = !flags.json && context.stdin.isTerminal && context.stdout.isTerminal;
  const chosen = isInteractive
    ? await chooseOption(query, found.options, found.hosts, context)
    : search(query, found.options);
  const paper = paperJson(flakes, paperOf);
  write(chosen, found, { query, limit, isJson: flags.json, paper, findings, context });
  if (chosen.length === 0 && !isInteractive) findings.add(explainMessages["no-such-option"](query));
  return findings.exitCode;
}

interface Around {
  readonly root: string;
  readonly findings: Findings;
  readonly context: Context;
  readonly paperOf: (flake: string) => PaperUse;
}

interface Searched {
  readonly options: readonly FleetOption[];
  /** How many hosts they are of. */
  readonly hosts: number;
  readonly class: PaperClass | undefined;
}

/** If no host can be evaluated, what is known without. */
async function optionsOf(
  { broken }: FoundHosts,
  asked: readonly FoundHost[],
  ask: AskFlake,
  { root, findings, context, paperOf }: Around,
): Promise<Searched> {
  const answers = await Promise.all(asked.map((host) => askHost(host, ask, root, context)));
  const problems: { readonly name: string; readonly problem: HostProblem; readonly command: string }[] = [
    ...broken.map(({ flake, problem }) => ({
      name: flake || "the flake",
      problem,
      command: `flake show ${typedFolder(path.join(root, flake), context)}`,
    })),
    ...answers.flatMap((answer, index) => {
      const host = asked[index]!;
      return "problem" in answer
        ? [{ name: host.name, problem: answer, command: hostCommand(host, root, context) }]
        : [];
    }),
  ];
  const known = answers.filter((answer) => "options" in answer).filter(({ options }) => options.length > 0);
  if (known.length > 0) {
    for (const { name, problem, command } of problems) addProblem(findings, name, problem, command);
    const sureness = paperClassOf(asked.flatMap(({ flake }) => paperOf(flake).substitutes));
    return { options: optionsOfFleet(known), hosts: known.length, class: sureness };
  }
  const reason =
    problems[0]?.problem.problem.split("\n")[0]!.replaceAll(/ \('[^']*'\)/gu, "") ?? "there is no host here";
  findings.add(explainMessages["options-on-paper"](PAPER_RELEASE, reason));
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  const options = optionsOnPaper(kinds.length > 0 ? kinds : Object.values(hostOutputs));
  return { options, hosts: 0, class: "paper" };
}

async function askHost(
  host: FoundHost,
  ask: AskFlake,
  root: string,
  context: Context,
): Promise<HostOptions | HostProblem> {
  const found = await askOptions(host, ask);
  if ("problem" in found) return found;
  return {
    host: host.name,
    options: found.options,
    graph: found.modules.graph,
    read: fileReader(found.copies, root, context, sourceNames(path.join(root, host.flake))),
  };
}

interface Written {
  readonly query: string;
  readonly limit: number;
  readonly isJson: boolean;
  readonly paper: readonly object[];
  readonly findings: Findings;
  readonly context: Context;
}

function write(
  chosen: readonly FleetOption[],
  { hosts, class: sureness }: Searched,
  { query, limit, isJson, paper, findings, context }: Written,
): void {
  const { stdout, stderr } = context;
  const shown = chosen.slice(0, limit);
  if (isJson) {
    const all = {
      version: JSON_VERSION,
      query,
      class: sureness ?? "certain",
      total: chosen.length,
      options: shown,
      paper,
      diagnostics: findings.json,
    };
    stdout.write(`${JSON.stringify(all, undefined, 2)}\n`);
    return;
  }
  const { style } = layoutOf(context, stdout);
  const blocks = shown.map((option) => tellOption(option, hosts, style).join("\n"));
  if (blocks.length > 0) stdout.write(`${blocks.join("\n\n")}\n`);
  if (chosen.length > shown.length) stderr.write(`${shown.length} of ${chosen.length} options; --limit shows more\n`);
}
