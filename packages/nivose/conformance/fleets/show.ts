/** What `nivose show` makes of a repository, sorted by what is the matter with each host. */

import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Override } from "./locked-inputs.ts";

export interface Shown {
  readonly end: "answered" | "crash" | "hang";
  readonly seconds: number;
  /** Hosts of which all facts are told. */
  readonly listed: readonly ShownHost[];
  /** Hosts, or flakes that could not be read at all. */
  readonly missing: readonly (ShownHost & { readonly input: string })[];
  /** What would have to be built to go on. */
  readonly unbuilt: readonly (ShownHost & { readonly derivation: string })[];
  readonly broken: readonly (ShownHost & { readonly problem: string })[];
}

export interface ShownHost {
  /** The folder of the flake in the repository. */
  readonly flake: string;
  /** `nixosConfigurations.luna`; empty for a flake. */
  readonly attribute: string;
}

/** Some fleets say in their `nixConfig` that they need it, which nobody takes over unasked. */
export const features = ["--extra-experimental-features", "pipe-operators"];

export const bin = path.resolve(import.meta.dirname, "../../bin/nivose.js");

/** `timeout` is for the whole repository. */
export function showFleet(repository: string, overrides: readonly Override[], timeout: number): Shown {
  const start = performance.now();
  const words = ["show", "--json", "--real", "--flake", repository, ...features, ...overrideWords(overrides)];
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: timeout * 1000,
    killSignal: "SIGKILL",
  });
  const seconds = (performance.now() - start) / 1000;
  const reply = parsed(stdout);
  if (status === null || status > 3 || reply === undefined || hasStack(stdout + stderr)) {
    const broken = [{ flake: "", attribute: "", problem: stderr.slice(-2000) }];
    return { end: status === null ? "hang" : "crash", seconds, listed: [], missing: [], unbuilt: [], broken };
  }
  const flakes = reply.flakes.flatMap(({ folder, broken }) =>
    broken.map(({ output, problem }) => ({ flake: folder, attribute: output ?? "", problem })),
  );
  return { end: "answered", seconds, ...sorted([...flakes, ...reply.hosts]) };
}

function sorted(hosts: Reply["hosts"]): Pick<Shown, "listed" | "missing" | "unbuilt" | "broken"> {
  const listed: ShownHost[] = [];
  const missing: (ShownHost & { input: string })[] = [];
  const unbuilt: (ShownHost & { derivation: string })[] = [];
  const broken: (ShownHost & { problem: string })[] = [];
  for (const { flake, attribute, unknown = {}, problem = Object.values(unknown)[0] } of hosts) {
    const host = { flake, attribute };
    const [, input] = MISSING.exec(problem ?? "") ?? [];
    const [, derivation] = /cannot build '([^']+)' during evaluation/.exec(problem ?? "") ?? [];
    if (problem === undefined) listed.push(host);
    else if (input !== undefined) missing.push({ ...host, input });
    else if (derivation !== undefined) unbuilt.push({ ...host, derivation });
    else broken.push({ ...host, problem });
  }
  return { listed, missing, unbuilt, broken };
}

/** An input, or what an expression fetches by itself. */
const MISSING =
  /(?:the input|in the flake registries, while updating the flake input|^fetching) '([^']+)'(?: \(| is not|$)/;

export function overrideWords(overrides: readonly Override[]): string[] {
  return overrides.flatMap(({ input, flake }) => ["--override-input", input, flake]);
}

interface Reply {
  readonly flakes: readonly {
    readonly folder: string;
    readonly broken: readonly { readonly output: string | null; readonly problem: string }[];
  }[];
  readonly hosts: readonly {
    readonly flake: string;
    readonly attribute: string;
    readonly problem?: string;
    /** Facts that cannot be had, and why. */
    readonly unknown?: Readonly<Record<string, string>>;
  }[];
}

function parsed(text: string): Reply | undefined {
  try {
    return JSON.parse(text) as Reply;
  } catch {
    return undefined;
  }
}

function hasStack(text: string): boolean {
  return /^\s+at .*(?:\(|file:|node:).*:\d+:\d+\)?$/m.test(text);
}
