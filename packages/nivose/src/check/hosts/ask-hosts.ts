/** Evaluates the hosts of a fleet for the rules. */

import { foundModules } from "../../fleet/ask-modules.ts";
import { type AskFlake, findHosts, type FoundHost } from "../../fleet/discover.ts";
import { type DataFile, readFleetData } from "../../fleet/data/files.ts";
import { type HostProblem, problemOf, type Target } from "../../fleet/host.ts";
import { systemQuestion } from "../../fleet/questions/system.ts";
import { checksQuestion } from "../../fleet/questions/outputs.ts";
import { attempting } from "../../fleet/questions/shared.ts";
import { localFiles } from "../../fleet/local-files.ts";
import { askTargets } from "../../fleet/targets.ts";
import type { RecordedOptions } from "../../explain/record-question.ts";
import { type Class, lessSure } from "../finding.ts";
import { besideFlake, type Repository } from "../source/repository.ts";
import type { EvaluatedFleet, EvaluatedHost } from "./evaluated-fleet.ts";
import type { Fact } from "./fact.ts";
import { systemFailure } from "./facts/system-failure.ts";
import { failedAssertions } from "./facts/told-by-host.ts";
import { checkQuestion, type RawEvidence, watchedForCheck } from "./question.ts";

export interface HostsAsked {
  /** Where the repository is. */
  readonly root: string;
  readonly repository: Repository;
  readonly ask: AskFlake;
  /** What is taken from paper for a flake, and how far that can be relied on. */
  readonly classOf: (flake: string) => Class;
  readonly facts: readonly Fact<unknown>[];
  /** All, if nothing is said. It is told the names of all of them as well. */
  readonly isWanted?: IsWanted;
}

export type IsWanted = (host: string, names: readonly string[]) => boolean;

export async function askHosts({
  root,
  repository,
  ask,
  classOf,
  facts,
  isWanted = () => true,
}: HostsAsked): Promise<EvaluatedFleet> {
  const folders = repository.flakes.map(({ folder }) => folder);
  const { hosts, broken, outputs } = await findHosts(folders, ask);
  const names = [...new Set(hosts.map(({ name }) => name))];
  const askOne = async (host: FoundHost): Promise<HostItself> => {
    const reply = await ask(host.flake, `.${host.attribute}`, checkQuestion(host.kind, facts), watchedForCheck);
    const sureness = classOf(host.flake);
    if (!reply.ok) return unknownHost(host, problemOf(reply), sureness);
    const evidence = reply.value as RawEvidence;
    const known = knownHost(host, repository, { root, sureness, ...reply, evidence });
    const systemProblem = await problemOfSystem(known, ask);
    return systemProblem === undefined ? known : { ...known, systemProblem };
  };
  const [checks, targets, data, evaluated] = await Promise.all([
    askChecks(repository, folders, ask),
    Promise.all([...outputs].map(([flake, each]) => askTargets(flake, each, () => true, ask))),
    readFleetData(dataFiles(repository), undefined),
    Promise.all(hosts.filter(({ name }) => isWanted(name, names)).map(askOne)),
  ]);
  const reached = evaluated.map((each) => ({
    ...each,
    targets: targetsOf(each.host, targets.flat()),
    data: data.of(each.host),
  }));
  return { repository, names, hosts: reached, broken, outputs, checks };
}

/** Most repositories have none, which is to be seen without evaluating anything. */
async function askChecks(
  { files }: Repository,
  folders: readonly string[],
  ask: AskFlake,
): Promise<EvaluatedFleet["checks"]> {
  const hasChecks = [...files.values()].some(({ bytes }) => Buffer.from(bytes).includes("checks"));
  const answers = await Promise.all(
    (hasChecks ? folders : []).map(
      async (folder) => [folder, await ask(folder, ".", checksQuestion, attempting)] as const,
    ),
  );
  return new Map(
    answers.flatMap(([folder, answer]) =>
      answer.ok ? [[folder, new Set(answer.value as readonly string[])] as const] : [],
    ),
  );
}

/** Why the system cannot be evaluated, which is only told with all that it means if nothing else is asked. */
async function problemOfSystem({ host, fact }: HostItself, ask: AskFlake): Promise<HostProblem | undefined> {
  const failure = fact(systemFailure) ?? undefined;
  if (failure === undefined || failure.isLimit || (fact(failedAssertions) ?? []).length > 0) return undefined;
  const reply = await ask(host.flake, `.${host.attribute}`, systemQuestion(host.kind));
  return reply.ok ? undefined : problemOf(reply);
}

/** Those of its own flake, or else of another one of the repository. */
function targetsOf({ name, flake }: FoundHost, targets: readonly Target[]): readonly Target[] {
  const named = targets.filter((target) => target.name === name);
  const own = named.filter((target) => target.flake === flake);
  return own.length > 0 ? own : named;
}

/** A file that has to be evaluated says nothing here: nearly all are written out. */
function dataFiles({ flakes, read }: Repository): DataFile[] {
  return [...new Set(["", ...flakes.map(({ folder }) => folder)])].flatMap((folder) => {
    const name = besideFlake({ folder }, "fleet.nix");
    const bytes = read(name);
    return bytes === undefined ? [] : [{ folder, name, bytes, evaluate: async () => ({ isData: false }) as const }];
  });
}

type HostItself = Omit<EvaluatedHost, "targets" | "data">;

function unknownHost(host: FoundHost, problem: HostProblem, sureness: Class): HostItself {
  return {
    host,
    class: lessSure(problem.class ?? "certain", sureness),
    inputsClass: sureness,
    isOnPaper: sureness !== "certain",
    problem,
    record: undefined,
    undeclared: [],
    fact: () => undefined,
    reason: () => problem.problem,
    files: new Set(),
    local: (name) => ({ name, isOwn: false }),
  };
}

interface Reply {
  readonly root: string;
  readonly sureness: Class;
  readonly evidence: RawEvidence;
  readonly files: readonly string[];
  readonly copies: Readonly<Record<string, string>>;
}

function knownHost(
  host: FoundHost,
  repository: Repository,
  { root, sureness, evidence, files, copies }: Reply,
): HostItself {
  const { facts, errors, options, modules, undeclared = [], otherReleases } = evidence;
  const folder = host.flake === "" ? "" : `${host.flake}/`;
  const record =
    options === undefined || modules === undefined
      ? undefined
      : { options: options as RecordedOptions, modules: foundModules(modules, { files, copies }), copies };
  const local = localFiles(copies, root);
  return {
    host,
    // another input of the flake may be what is of another release
    class: sureness === "heuristic" && otherReleases?.length === 0 ? "paper" : sureness,
    inputsClass: sureness,
    isOnPaper: sureness !== "certain",
    problem: undefined,
    record,
    undeclared,
    fact: <Value>({ name }: Fact<Value>) => facts[name] as Value | undefined,
    reason: ({ name }) => errors[name],
    files: new Set(files.map((file) => folder + file)),
    local: (file) => {
      const found = local(file);
      const inFolder = `${found.name}/default.nix`;
      return repository.files.has(inFolder) ? { ...found, name: inFolder } : found;
    },
  };
}
