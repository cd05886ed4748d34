/** Asks at a terminal for what a spec needs. Every question has an answer already: Enter takes it. */

import { humanMessage } from "../../report/human.ts";
import type { Preset } from "../../scaffold/preset.ts";
import type { Fleet, FleetSpec, HostSpec } from "../../scaffold/spec/fleet-spec.ts";
import { forOtherHosts, withoutOperators } from "../../scaffold/spec/own.ts";
import { renamed } from "../../scaffold/spec/rename.ts";
import { resolveSpec, type Surroundings } from "../../scaffold/spec/resolve.ts";
import { type Context, type LineInput, layoutOf } from "../context.ts";
import { hostOf } from "./spec-of-flags.ts";

/** Nothing if the user does not want to go on. A spec that flags have made wrong is given back as it is. */
export async function askForSpec(
  spec: FleetSpec,
  preset: Preset,
  surroundings: Surroundings,
  context: Context,
): Promise<FleetSpec | undefined> {
  const { stderr } = context;
  if (!resolveSpec(spec, preset, surroundings).ok) return spec;
  const lines = await context.openLines({ history: [], complete: async () => [[], ""], onInterrupt: () => {} });
  try {
    stderr.write(`${preset.brief}.\nEnter takes what is in brackets, Ctrl-C ends.\n\n`);
    let answered = spec;
    for (const question of questionsOf(preset)) {
      const next = await ask(question, answered, preset, surroundings, lines, context);
      if (next === undefined) return undefined;
      answered = next;
    }
    return answered;
  } finally {
    lines.close();
  }
}

interface Question {
  readonly text: string;
  readonly suggested: (fleet: Fleet) => string;
  readonly apply: (spec: FleetSpec, answer: string) => FleetSpec;
}

function questionsOf({ choices, founding }: Preset): Question[] {
  const asked: Question[] = [
    {
      text: "Name of the repository",
      suggested: ({ name }) => name,
      apply: (old, name) => renamed(old, name, founding),
    },
    {
      text: "Release of NixOS",
      suggested: ({ release }) => release,
      apply: (old, release) => ({ ...old, release }),
    },
  ];
  if (choices.kinds.length === 0) return asked;
  return [
    ...asked,
    {
      text: "Namespace of its own options",
      suggested: ({ namespace }) => namespace,
      apply: (old, namespace) => ({ ...old, namespace }),
    },
    {
      text: "Hosts, each NAME, NAME:KIND or NAME:KIND:SYSTEM",
      suggested: ({ hosts }) => hosts.map(({ name }) => name).join(" "),
      apply: (old, answer) => withHosts(old, wordsOf(answer), founding),
    },
    {
      text: "Users",
      suggested: ({ users }) => users.map(({ name }) => name).join(" "),
      apply: (old, answer) => withUsers(old, wordsOf(answer), founding),
    },
  ];
}

async function ask(
  question: Question,
  spec: FleetSpec,
  preset: Preset,
  surroundings: Surroundings,
  lines: LineInput,
  context: Context,
): Promise<FleetSpec | undefined> {
  const before = resolveSpec(spec, preset, surroundings);
  const suggested = before.ok ? question.suggested(before.fleet) : "";
  for (;;) {
    const line = await lines.read(`${question.text} [${suggested}]: `);
    if (line.kind !== "line") return undefined;
    if (line.text.trim() === "" && before.ok) return spec;
    const answer = line.text.trim();
    const next = question.apply(spec, answer);
    const resolved = resolveSpec(next, preset, surroundings);
    if (resolved.ok) return next;
    for (const problem of resolved.problems)
      context.stderr.write(humanMessage(problem, layoutOf(context, context.stderr)));
  }
}

/** Hosts that are known keep what is known of them, and nobody refers to one that is gone. */
function withHosts(spec: FleetSpec, words: readonly string[], founding: FleetSpec): FleetSpec {
  const known = spec.hosts ?? [];
  const hosts = words.map((word) => known.find(({ name }) => name === word) ?? hostOf(word));
  const names = new Set(hosts.map(({ name }) => name));
  const hasNew = hosts.some((host) => !known.includes(host));
  return {
    ...(hasNew ? withoutOperators(forOtherHosts(spec, founding), founding) : spec),
    hosts: hosts.map((host) =>
      host.dependsOn === undefined ? host : { ...host, dependsOn: host.dependsOn.filter((name) => names.has(name)) },
    ),
  };
}

function withUsers(spec: FleetSpec, names: readonly string[], founding: FleetSpec): FleetSpec {
  const known = spec.users ?? [];
  const users = names.map((name) => known.find((user) => user.name === name) ?? { name });
  const hasNew = users.some((user) => !known.includes(user));
  return {
    ...(hasNew ? withoutOperators(spec, founding) : spec),
    users,
    ...(spec.hosts === undefined ? {} : { hosts: spec.hosts.map((host) => withoutStrangers(host, names)) }),
  };
}

/** A host that loses all of its users gets all of the new ones. */
function withoutStrangers(host: HostSpec, names: readonly string[]): HostSpec {
  const { users, ...others } = host;
  const kept = users?.filter((name) => names.includes(name)) ?? [];
  return kept.length === 0 ? others : { ...others, users: kept };
}

function wordsOf(answer: string): string[] {
  return answer.split(/[\s,]+/u).filter((word) => word !== "");
}
