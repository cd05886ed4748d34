/** `nivose graph`. */

import { nearestFew } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import { graphDot, graphJson, graphMermaid } from "../../explain/graph/formats.ts";
import type { Graph } from "../../explain/graph/graph.ts";
import { graphSvg } from "../../explain/graph/svg.ts";
import { tellTree } from "../../explain/graph/tree.ts";
import { between } from "../../explain/graph/ways.ts";
import { askRecord, type HostRecord } from "../../explain/host-record.ts";
import { explainMessages } from "../../explain/messages.ts";
import { type AskFlake, findHosts, type FoundHost, type FoundHosts } from "../../fleet/discover.ts";
import { type HostProblem, problemOf } from "../../fleet/host.ts";
import { localFiles } from "../../fleet/local-files.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { openQuestions } from "../ask-flake.ts";
import { readRepository } from "../check/read-repository.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { readEvaluation } from "../evaluation-options.ts";
import type { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { flakesAt, type FlakesHere } from "../flakes-here.ts";
import { flakeGraph } from "../graph/flake-graph.ts";
import { hostGraph } from "../graph/host-graph.ts";
import { moduleGraph } from "../graph/module-graph.ts";
import { addProblem, hostCommand } from "../host-problems.ts";
import { type PaperFlags, tellPaper } from "../paper-use.ts";
import { refuse } from "../refuse.ts";
import type { WorkerFlags } from "../worker-flags.ts";

interface GraphFlags extends EvaluationFlags, PaperFlags, WorkerFlags {
  readonly flake?: string;
  readonly format?: "tree" | "json" | "dot" | "mermaid" | "svg";
  readonly from?: string;
  readonly to?: string;
}

export async function run(context: Context, flags: GraphFlags, words: readonly string[]): Promise<ExitCode> {
  const findings = new Findings(context, context.stderr);
  const here = flakesAt(flags.flake ?? ".", context);
  if (here.flakes.length === 0) return refuse(toolMessages["no-flake-here"](here.root), context);
  const repository = readRepository(here, context);
  const what = words[0] ?? (here.flakes.length > 1 ? "flakes" : "modules");
  const whole =
    what === "flakes"
      ? flakeGraph(repository)
      : what === "modules"
        ? moduleGraph(repository)
        : await ofHosts(here, repository, findings, flags, context);
  if (whole === undefined) return findings.exitCode;
  const ends = [flags.from, flags.to].map((name) =>
    name === undefined ? undefined : nodeNamed(name, whole, findings),
  );
  if (
    findings.exitCode !== 0 &&
    ends.some((end, index) => end === undefined && [flags.from, flags.to][index] !== undefined)
  )
    return findings.exitCode;
  const [from, to] = ends;
  const graph = between(whole, from, to);
  if (graph.nodes.length === 0) findings.add(explainMessages["no-way"](from ?? "", to ?? ""));
  else write(graph, what, flags, context);
  return findings.exitCode;
}

function write(graph: Graph, what: string, { format = "tree" }: GraphFlags, context: Context): void {
  const { stdout } = context;
  if (format === "json")
    stdout.write(`${JSON.stringify({ version: JSON_VERSION, what, ...graphJson(graph) }, undefined, 2)}\n`);
  else if (format === "dot") stdout.write(graphDot(graph));
  else if (format === "mermaid") stdout.write(graphMermaid(graph));
  else if (format === "svg") stdout.write(graphSvg(graph));
  else for (const line of tellTree(graph, layoutOf(context, stdout).style)) stdout.write(`${line}\n`);
}

/** By its whole name, or by an end of it that no other has. */
function nodeNamed(name: string, { nodes }: Graph, findings: Findings): string | undefined {
  const plain = name.replace(/^\.\//u, "").replace(/\/$/u, "");
  const ids = nodes.map(({ id }) => id);
  const exact = ids.find((id) => id === plain || id === `${plain}/default.nix` || id === `${plain}/flake.nix`);
  const ending = ids.filter((id) => id.endsWith(`/${plain}`));
  const found = exact ?? (ending.length === 1 ? ending[0] : undefined);
  if (found === undefined)
    findings.add(explainMessages["unknown-node"](name, ending.length > 1 ? ending : nearestFew(plain, ids, 3)));
  return found;
}

/** A host that fails before its modules are known has none, and why is known only if nothing else is asked. */
async function modulesOf(host: FoundHost, ask: AskFlake): Promise<HostRecord | HostProblem> {
  const record = await askRecord(host, ask);
  if ("problem" in record || record.modules.graph.lists.some(({ at }) => at.length === 0)) return record;
  const reply = await ask(host.flake, `.${host.attribute}`, "host: builtins.attrNames host.options");
  return reply.ok ? record : problemOf(reply);
}

async function ofHosts(
  here: FlakesHere,
  repository: Repository,
  findings: Findings,
  flags: GraphFlags,
  context: Context,
): Promise<Graph | undefined> {
  const { root, flakes } = here;
  const options = readEvaluation(flags, context);
  const questions = "code" in options ? options : openQuestions(root, options, flags, context);
  if ("code" in questions) {
    findings.add(questions);
    return undefined;
  }
  const { ask, end, paperOf } = questions;
  let found: FoundHosts;
  let records: readonly (HostRecord | HostProblem)[];
  try {
    found = await findHosts(flakes, ask);
    records = await Promise.all(found.hosts.map(async (host) => modulesOf(host, ask)));
  } finally {
    await end();
  }
  tellPaper(flakes.map(paperOf), flags, context);
  for (const { flake, output, problem } of found.broken)
    addProblem(findings, output ?? (flake || "the flake"), problem, `show ${flake}`.trim());
  const hosts = found.hosts.map((host, index) => {
    const record = records[index]!;
    if ("problem" in record) {
      addProblem(findings, host.name, record, hostCommand(host, root, context));
      return { host, lists: undefined, nameOf: () => undefined };
    }
    const local = localFiles(record.copies, root);
    const nameOf = (file: string): string | undefined => {
      const { name } = local(file);
      return [name, `${name}/default.nix`].find((each) => repository.files.has(each));
    };
    return { host, lists: record.modules.graph.lists, nameOf };
  });
  const isWhole = found.broken.length === 0 && hosts.every(({ lists }) => lists !== undefined);
  return hostGraph(hosts, repository, isWhole);
}
