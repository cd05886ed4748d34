/** Finds the hosts of a repository: every configuration of every flake in it. */

import type { AskFlake } from "./ask.ts";
import { type RawDetails, readDetails } from "./details.ts";
import {
  attributeName,
  type FleetHost,
  type HostFacts,
  type HostKind,
  type HostOutput,
  hostOutputs,
  type HostProblem,
  isProblem,
  problemOf,
  type Target,
} from "./host.ts";
import { depthQuestion } from "./questions/depth.ts";
import { glanceQuestion } from "./questions/glance.ts";
import { localFiles } from "./local-files.ts";
import { hiveQuestion } from "./questions/hive.ts";
import { namesQuestion, type OutputNames, outputsQuestion } from "./questions/outputs.ts";
import { attempting, type RawFacts } from "./questions/shared.ts";
import { systemFact, systemQuestion, watchedForSystem } from "./questions/system.ts";
import { askTargets } from "./targets.ts";

export type { AskFlake, FlakeAnswer } from "./ask.ts";

/** A host of which nothing was evaluated yet. */
export type FoundHost = Omit<FleetHost, "facts" | "targets">;

export interface FoundHosts {
  readonly hosts: readonly FoundHost[];
  /** Names of hosts, and of machines that only tools that deploy know. */
  readonly names: readonly string[];
  readonly broken: Fleet["broken"];
  /** What each flake has, by its folder. */
  readonly outputs: ReadonlyMap<string, OutputNames>;
}

export interface Fleet {
  readonly hosts: readonly FleetHost[];
  /** What tools that deploy know, and no host has the name of. */
  readonly targets: readonly Target[];
  /** Of all hosts, also of those that were not wanted. */
  readonly names: readonly string[];
  /** Flakes that could not be read at all, and outputs. */
  readonly broken: readonly { readonly flake: string; readonly problem: HostProblem; readonly output?: string }[];
}

export interface Wanted {
  readonly isWanted: (name: string) => boolean;
  /** If everything is to be told of the hosts: the folder of the repository. */
  readonly inDepth?: { readonly root: string };
  /** Whether the whole system of each is to be evaluated. */
  readonly withSystems?: boolean;
}

/** `flakes` are folders relative to the repository. */
export async function discover(
  flakes: readonly string[],
  ask: AskFlake,
  { isWanted, inDepth, withSystems = false }: Wanted = { isWanted: () => true },
): Promise<Fleet> {
  const { hosts: found, names, broken, outputs } = await findHosts(flakes, ask);
  const questionOf = (kind: HostKind): string =>
    (inDepth === undefined ? glanceQuestion : depthQuestion)(kind, withSystems ? systemFact[kind] : "");
  const askFacts = (host: Place, question: string): Promise<HostFacts | HostProblem> =>
    factsOf(host, question, inDepth?.root, (...each) =>
      ask(each[0], each[1], each[2], withSystems ? watchedForSystem : attempting),
    );
  const [facts, nodes, targets] = await Promise.all([
    Promise.all(
      found
        .filter(({ name }) => isWanted(name))
        .map(async (host) => {
          const known = await askFacts(host, questionOf(host.kind));
          return { ...host, facts: await withFailure(host, known, ask) };
        }),
    ),
    Promise.all(
      unevaluatedNodes(found, outputs)
        .filter(({ name }) => isWanted(name))
        .map(async (host) => {
          const question = hiveQuestion(host.name, questionOf("nixos"));
          return { ...host, facts: await askFacts({ flake: host.flake, attribute: "colmena" }, question) };
        }),
    ),
    Promise.all([...outputs].map(([flake, each]) => askTargets(flake, each, isWanted, ask))),
  ]);
  // a node that does not become a system in this way still is something that colmena deploys to
  const [hosts, others] = withTargets([...facts, ...nodes.filter((node) => !isProblem(node.facts))], targets.flat());
  return { hosts, targets: others, names, broken };
}

/** The names of all hosts, which the flakes tell without evaluating any. */
export async function findHosts(flakes: readonly string[], ask: AskFlake): Promise<FoundHosts> {
  const hosts: FoundHost[] = [];
  const broken: Fleet["broken"][number][] = [];
  const outputs = new Map<string, OutputNames>();
  const answers = await Promise.all(
    flakes.map(async (flake) => [flake, await ask(flake, ".", outputsQuestion, attempting)] as const),
  );
  for (const [flake, answer] of answers) {
    if (!answer.ok) {
      broken.push({ flake, problem: problemOf(answer) });
      continue;
    }
    const names = answer.value as OutputNames;
    outputs.set(flake, names);
    const missing = Object.keys(hostOutputs).filter((output) => names[output as HostOutput] === null);
    broken.push(...(await problemsOf(flake, missing, ask)));
    for (const [output, kind] of Object.entries(hostOutputs)) {
      for (const name of names[output as HostOutput] ?? [])
        hosts.push({ name, kind, flake, attribute: `${output}.${attributeName(name)}` });
    }
    // colmena may be the only one who makes a configuration
    for (const name of names.colmenaHive ?? []) {
      const isThere = hosts.some((host) => host.flake === flake && host.name === name);
      if (!isThere) hosts.push({ name, kind: "nixos", flake, attribute: `colmenaHive.nodes.${attributeName(name)}` });
    }
  }
  const nodes = [...outputs.values()].flatMap(({ deploy, colmena }) => [...(deploy ?? []), ...(colmena ?? [])]);
  return { hosts, names: [...new Set([...hosts.map(({ name }) => name), ...nodes])], broken, outputs };
}

/** Why outputs have no names; if it is the same for several of them, it is told once of the flake. */
async function problemsOf(flake: string, outputs: readonly string[], ask: AskFlake): Promise<Fleet["broken"]> {
  const problems = await Promise.all(
    outputs.map(async (output): Promise<HostProblem> => {
      const answer = await ask(flake, ".", namesQuestion(output));
      return answer.ok ? { problem: "its names cannot be had", isLimit: true } : problemOf(answer);
    }),
  );
  const isSame = problems.length > 1 && problems.every(({ problem }) => problem === problems[0]!.problem);
  if (isSame) return [{ flake, problem: problems[0]! }];
  return problems.map((problem, index) => ({ flake, output: outputs[index]!, problem }));
}

type Place = Pick<FleetHost, "flake" | "attribute">;

/** Nodes of colmena for which the flake has no configuration, neither evaluated by colmena nor otherwise. */
function unevaluatedNodes(hosts: readonly FoundHost[], outputs: FoundHosts["outputs"]): FoundHost[] {
  return [...outputs].flatMap(([flake, { colmena }]) =>
    (colmena ?? [])
      .filter((name) => !hosts.some((host) => host.name === name))
      .map((name) => ({
        name,
        kind: "nixos" as const,
        flake,
        attribute: `colmena.${attributeName(name)}`,
      })),
  );
}

async function factsOf(
  { flake, attribute }: Place,
  question: string,
  root: string | undefined,
  ask: AskFlake,
): Promise<HostFacts | HostProblem> {
  const answer = await ask(flake, `.${attribute}`, question, attempting);
  if (!answer.ok) return problemOf(answer);
  const { known, unknown } = answer.value as RawFacts;
  const { system, stateVersion, users, becomes, ...others } = known as Partial<
    Pick<HostFacts, "system" | "stateVersion" | "users" | "becomes">
  >;
  const files = answer.files.toSorted();
  return {
    system,
    stateVersion,
    users,
    files,
    unknown,
    ...(becomes === undefined ? {} : { becomes }),
    ...(root === undefined ? {} : { details: readDetails(others as RawDetails, localFiles(answer.copies, root)) }),
  };
}

/** Of a system that cannot be evaluated, what that means. */
async function withFailure(
  { flake, attribute, kind }: FoundHost,
  facts: HostFacts | HostProblem,
  ask: AskFlake,
): Promise<HostFacts | HostProblem> {
  if (isProblem(facts) || facts.becomes === undefined || !("problem" in facts.becomes)) return facts;
  const answer = await ask(flake, `.${attribute}`, systemQuestion(kind));
  return answer.ok ? facts : { ...facts, becomes: problemOf(answer) };
}

/** Targets go to the host of their name in their own flake, or in another one of the repository. */
function withTargets(
  hosts: readonly Omit<FleetHost, "targets">[],
  targets: readonly Target[],
): [FleetHost[], Target[]] {
  const hostOf = (target: Target): Omit<FleetHost, "targets"> | undefined => {
    const named = hosts.filter(({ name }) => name === target.name);
    return named.find(({ flake }) => flake === target.flake) ?? named[0];
  };
  const owners = targets.map((target) => [target, hostOf(target)] as const);
  return [
    hosts.map((host) => ({
      ...host,
      targets: owners.filter(([, owner]) => owner === host).map(([target]) => target),
    })),
    owners.filter(([, owner]) => owner === undefined).map(([target]) => target),
  ];
}
