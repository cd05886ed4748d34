/** Finds the hosts of a repository: every configuration of every flake in it. */

import type { WatchedFunctions } from "@nivose/nix/evaluation";
import {
  type FleetHost,
  type HostFacts,
  type HostKind,
  type HostOutput,
  hostOutputs,
  type HostProblem,
} from "./host.ts";

/**
 * The value of a flake's output as JSON, with a function applied to it first, and the files that it took. If functions are
 * watched, the function that is applied explains the value.
 */
export type AskFlake = (
  flake: string,
  fragment: string,
  apply: string,
  watch?: WatchedFunctions,
) => Promise<FlakeAnswer>;

export type FlakeAnswer =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly files: readonly string[];
      /** If functions are watched: which folders the paths of the store that were read are copies of. */
      readonly copies: Readonly<Record<string, string>>;
    }
  | ({ readonly ok: false } & HostProblem);

/** A host of which nothing was evaluated yet. */
export type FoundHost = Omit<FleetHost, "facts">;

export interface FoundHosts {
  readonly hosts: readonly FoundHost[];
  readonly broken: Fleet["broken"];
}

export interface Fleet {
  readonly hosts: readonly FleetHost[];
  /** Of all hosts, also of those that were not wanted. */
  readonly names: readonly string[];
  /** Flakes that could not be read at all. */
  readonly broken: readonly { readonly flake: string; readonly problem: HostProblem }[];
}

/** `flakes` are folders relative to the repository. */
export async function discover(
  flakes: readonly string[],
  ask: AskFlake,
  wanted: (name: string) => boolean = () => true,
): Promise<Fleet> {
  const { hosts: found, broken } = await findHosts(flakes, ask);
  const asked = found.filter(({ name }) => wanted(name));
  const hosts = await Promise.all(asked.map(async (host) => ({ ...host, facts: await factsOf(host, ask) })));
  return { hosts, names: found.map(({ name }) => name), broken };
}

/** The names of all hosts, which the flakes tell without evaluating any. */
export async function findHosts(flakes: readonly string[], ask: AskFlake): Promise<FoundHosts> {
  const hosts: FoundHost[] = [];
  const broken: { flake: string; problem: HostProblem }[] = [];
  for (const flake of flakes) {
    const names = await ask(flake, ".", NAMES);
    if (!names.ok) {
      broken.push({ flake, problem: problemOf(names) });
      continue;
    }
    const byOutput = names.value as Readonly<Record<HostOutput, readonly string[]>>;
    for (const [output, kind] of Object.entries(hostOutputs))
      for (const name of byOutput[output as HostOutput])
        hosts.push({ name, kind, flake, attribute: `${output}.${quoted(name)}` });
  }
  return { hosts, broken };
}

async function factsOf(
  { flake, attribute, kind }: Pick<FleetHost, "flake" | "attribute" | "kind">,
  ask: AskFlake,
): Promise<HostFacts | HostProblem> {
  const answer = await ask(flake, `.${attribute}`, FACTS[kind]);
  if (!answer.ok) return problemOf(answer);
  const { system, stateVersion, users } = answer.value as Omit<HostFacts, "files">;
  return { system, stateVersion, users, files: answer.files.toSorted() };
}

function problemOf({ problem, isLimit, advice }: HostProblem): HostProblem {
  return { problem, isLimit, ...(advice === undefined ? {} : { advice }) };
}

/** As an attribute path has it. */
function quoted(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_-]*$/u.test(name) ? name : `"${name}"`;
}

const NAMES = `
outputs:
builtins.listToAttrs (map (name: {
  inherit name;
  value = builtins.attrNames (outputs.\${name} or { });
}) [ ${Object.keys(hostOutputs)
  .map((name) => `"${name}"`)
  .join(" ")} ])
`;

const FACTS: Readonly<Record<HostKind, string>> = {
  nixos: `
host: {
  system = host.pkgs.stdenv.hostPlatform.system;
  inherit (host.config.system) stateVersion;
  users = builtins.filter (name: host.config.users.users.\${name}.isNormalUser) (builtins.attrNames host.config.users.users);
}
`,
  darwin: `
host: {
  system = host.pkgs.stdenv.hostPlatform.system;
  stateVersion = toString host.config.system.stateVersion;
  users = builtins.attrNames host.config.users.users;
}
`,
  home: `
host: {
  system = host.pkgs.stdenv.hostPlatform.system;
  inherit (host.config.home) stateVersion;
  users = [ host.config.home.username ];
}
`,
};
