/** Asks what tools that deploy are told of their machines: deploy-rs and colmena. */

import type { AskFlake } from "./ask.ts";
import { attributeName, type Target } from "./host.ts";
import type { OutputNames } from "./questions/outputs.ts";
import { attempting } from "./questions/shared.ts";
import { colmenaQuestion, deployQuestion, hiveNodeQuestion, type RawTarget } from "./questions/targets.ts";

/** A tool of which nothing can be had is left out: it says nothing about the hosts themselves. */
export async function askTargets(
  flake: string,
  names: OutputNames,
  wanted: (name: string) => boolean,
  ask: AskFlake,
): Promise<Target[]> {
  const hive = names.colmenaHive ?? [];
  const found = await Promise.all([
    names.deploy?.some(wanted) === true ? askAll({ flake, ask, output: "deploy", question: deployQuestion }) : [],
    ...hive.filter(wanted).map((name) => askHiveNode(flake, name, ask)),
    // what colmena has evaluated says more than what it would evaluate
    hive.length === 0 && names.colmena?.some(wanted) === true
      ? askAll({ flake, ask, output: "colmena", question: colmenaQuestion })
      : [],
  ]);
  return found.flat().filter(({ name }) => wanted(name));
}

interface WholeOutput {
  readonly flake: string;
  readonly ask: AskFlake;
  readonly output: "deploy" | "colmena";
  readonly question: string;
}

async function askAll({ flake, ask, output, question }: WholeOutput): Promise<Target[]> {
  const answer = await ask(flake, `.${output}`, question, attempting);
  if (!answer.ok) return [];
  const isDeploy = output === "deploy";
  return Object.entries(answer.value as Readonly<Record<string, RawTarget>>).map(([name, raw]) =>
    targetOf(raw, {
      name,
      flake,
      tool: isDeploy ? "deploy-rs" : "colmena",
      attribute: `${isDeploy ? "deploy.nodes" : "colmena"}.${attributeName(name)}`,
      isEvaluated: isDeploy,
    }),
  );
}

async function askHiveNode(flake: string, name: string, ask: AskFlake): Promise<Target[]> {
  const attribute = `colmenaHive.nodes.${attributeName(name)}`;
  const answer = await ask(flake, `.${attribute}`, hiveNodeQuestion, attempting);
  if (!answer.ok) return [];
  return [targetOf(answer.value as RawTarget, { name, flake, tool: "colmena", attribute, isEvaluated: true })];
}

function targetOf(
  { address, port, user, tags, options = [], profiles = [] }: RawTarget,
  place: Pick<Target, "name" | "flake" | "tool" | "attribute" | "isEvaluated">,
): Target {
  return {
    ...place,
    address: address ?? undefined,
    port: port ?? portIn(options),
    user: user ?? undefined,
    tags,
    profiles: profiles.map((profile) => ({ name: profile.name, user: profile.user ?? undefined })),
  };
}

/** `-p 2222`, `-p2222`, `-oPort=2222` */
function portIn(options: readonly string[]): number | undefined {
  const match = /(?:^|\s)(?:-p\s*|-o\s*Port[= ])(\d{1,5})(?=\s|$)/u.exec(options.join(" "));
  return match === null ? undefined : Number(match[1]);
}
