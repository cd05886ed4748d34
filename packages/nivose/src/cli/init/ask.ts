/** Asks at a terminal for what a spec needs. Every question has an answer already: Enter takes it. */

import { humanMessage } from "../../report/human.ts";
import type { Preset } from "../../scaffold/preset.ts";
import type { FleetSpec, HostSpec } from "../../scaffold/spec/fleet-spec.ts";
import { renamed } from "../../scaffold/spec/rename.ts";
import { resolveSpec, type Surroundings } from "../../scaffold/spec/resolve.ts";
import { type Context, type LineInput, layoutOf } from "../context.ts";
import { hostOf } from "./spec-of-flags.ts";

/** Nothing if the user does not want to go on. */
export async function askForSpec(
  spec: FleetSpec,
  preset: Preset,
  surroundings: Surroundings,
  context: Context,
): Promise<FleetSpec | undefined> {
  const { stderr } = context;
  const lines = await context.openLines({ history: [], complete: async () => [[], ""], onInterrupt: () => {} });
  try {
    stderr.write(`${preset.brief}.\nEnter takes what is in brackets, Ctrl-C ends.\n\n`);
    let answered = spec;
    for (const question of questionsOf(spec, preset, surroundings)) {
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
  readonly suggested: string;
  readonly apply: (spec: FleetSpec, answer: string) => FleetSpec;
}

function questionsOf(spec: FleetSpec, preset: Preset, { defaultRelease, folderName }: Surroundings): Question[] {
  const asked: Question[] = [
    {
      text: "Name of the repository",
      suggested: spec.name ?? folderName,
      apply: (old, name) => renamed(old, name, preset.founding),
    },
    {
      text: "Release of NixOS",
      suggested: spec.release ?? defaultRelease,
      apply: (old, release) => ({ ...old, release }),
    },
  ];
  if (preset.choices.kinds.length === 0) return asked;
  return [
    ...asked,
    {
      text: "Namespace of its own options",
      suggested: spec.namespace ?? "fleet",
      apply: (old, namespace) => ({ ...old, namespace }),
    },
    {
      text: "Hosts, each NAME, NAME:KIND or NAME:KIND:SYSTEM",
      suggested: (spec.hosts ?? []).map(({ name }) => name).join(" "),
      apply: (old, answer) => withHosts(old, wordsOf(answer)),
    },
    {
      text: "Users",
      suggested: (spec.users ?? []).map(({ name }) => name).join(" "),
      apply: (old, answer) => withUsers(old, wordsOf(answer)),
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
  for (;;) {
    const line = await lines.read(`${question.text} [${question.suggested}]: `);
    if (line.kind !== "line") return undefined;
    const answer = line.text.trim() === "" ? question.suggested : line.text.trim();
    const next = question.apply(spec, answer);
    const resolved = resolveSpec(next, preset, surroundings);
    if (resolved.ok) return next;
    for (const problem of resolved.problems)
      context.stderr.write(humanMessage(problem, layoutOf(context, context.stderr)));
  }
}

/** Hosts that are known keep what is known of them, and nobody refers to one that is gone. */
function withHosts(spec: FleetSpec, words: readonly string[]): FleetSpec {
  const hosts = words.map((word) => (spec.hosts ?? []).find(({ name }) => name === word) ?? hostOf(word));
  const names = new Set(hosts.map(({ name }) => name));
  return {
    ...spec,
    hosts: hosts.map((host) =>
      host.dependsOn === undefined ? host : { ...host, dependsOn: host.dependsOn.filter((name) => names.has(name)) },
    ),
  };
}

function withUsers(spec: FleetSpec, names: readonly string[]): FleetSpec {
  const users = names.map((name) => (spec.users ?? []).find((user) => user.name === name) ?? { name });
  return {
    ...spec,
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
