/** Evaluates the hosts of a fleet for the rules. */

import { foundModules } from "../../fleet/ask-modules.ts";
import { type AskFlake, findHosts, type FoundHost } from "../../fleet/discover.ts";
import { type DataFile, readFleetData } from "../../fleet/data/files.ts";
import { type HostProblem, problemOf, type Target } from "../../fleet/host.ts";
import { localFiles } from "../../fleet/local-files.ts";
import { askTargets } from "../../fleet/targets.ts";
import type { RecordedOptions } from "../../explain/record-question.ts";
import { type Class, lessSure } from "../finding.ts";
import { besideFlake, type Repository } from "../source/repository.ts";
import type { EvaluatedFleet, EvaluatedHost } from "./evaluated-fleet.ts";
import type { Fact } from "./fact.ts";
import { checkQuestion, type RawEvidence, watchedForCheck } from "./question.ts";

export interface HostsAsked {
  /** Where the repository is. */
  readonly root: string;
  readonly repository: Repository;
  readonly ask: AskFlake;
  /** What is taken from paper for a flake, and how far that can be relied on. */
  readonly classOf: (flake: string) => Class;
  readonly facts: readonly Fact<unknown>[];
}

export async function askHosts({ root, repository, ask, classOf, facts }: HostsAsked): Promise<EvaluatedFleet> {
  const folders = repository.flakes.map(({ folder }) => folder);
  const { hosts, broken, outputs } = await findHosts(folders, ask);
  const names = [...outputs].map(([flake, each]) => askTargets(flake, each, () => true, ask));
  const [targets, data] = [(await Promise.all(names)).flat(), await readFleetData(dataFiles(repository), undefined)];
  const evaluated = await Promise.all(
    hosts.map(async (host) => {
      const reply = await ask(host.flake, `.${host.attribute}`, checkQuestion(host.kind, facts), watchedForCheck);
      const sureness = classOf(host.flake);
      const reached = { targets: targetsOf(host, targets), data: data.of(host) };
      if (!reply.ok) return { ...unknownHost(host, problemOf(reply), sureness), ...reached };
      const known = { root, sureness, ...reply, evidence: reply.value as RawEvidence };
      return { ...knownHost(host, repository, known), ...reached };
    }),
  );
  return { repository, hosts: evaluated, broken, outputs };
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
  const { facts, errors, options, modules, undeclared = [] } = evidence;
  const folder = host.flake === "" ? "" : `${host.flake}/`;
  const record =
    options === undefined || modules === undefined
      ? undefined
      : { options: options as RecordedOptions, modules: foundModules(modules, { files, copies }), copies };
  const local = localFiles(copies, root);
  return {
    host,
    class: sureness,
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
