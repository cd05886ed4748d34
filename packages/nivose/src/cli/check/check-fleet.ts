/** Runs the rules over a repository: over its sources, and over its hosts as far as rules ask for them. */

import type { Message } from "@nivose/nix/message";
import type { Class, Finding } from "../../check/finding.ts";
import { askHosts } from "../../check/hosts/ask-hosts.ts";
import type { EvaluatedFleet } from "../../check/hosts/evaluated-fleet.ts";
import type { Rule } from "../../check/rule.ts";
import { rules } from "../../check/rules/index.ts";
import { checkHosts, checkSources, inOrder, type KeptFindings } from "../../check/run.ts";
import { isTold, selectRules, type Selection } from "../../check/select.ts";
import type { Repository } from "../../check/source/repository.ts";
import { isListedRelease } from "../../paper/other-release.ts";
import { toolMessages } from "../../report/messages.ts";
import { type Evaluating, openQuestions } from "../ask-flake.ts";
import type { Context } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { readEvaluation } from "../evaluation-options.ts";
import type { FlakesHere } from "../flakes-here.ts";
import { type PaperFlags, tellPaper } from "../paper-use.ts";
import type { WorkerFlags } from "../worker-flags.ts";

export interface CheckFlags extends EvaluationFlags, PaperFlags, WorkerFlags {}

export interface FleetCheck {
  readonly here: FlakesHere;
  readonly repository: Repository;
  readonly selection: Selection;
  readonly flags: CheckFlags;
  readonly context: Context;
  /** What was found in files that are still the same. */
  readonly kept?: KeptFindings;
  readonly evaluators?: Evaluating;
  /** The fleet before the change that is looked at, if only that is. */
  readonly before?: Pick<FleetCheck, "here" | "repository">;
}

/** What is told, in order; a message if the flags make no sense. */
export async function checkFleet(check: FleetCheck): Promise<readonly Finding[] | Message> {
  const { repository, selection, kept = new WeakMap() } = check;
  const chosen = selectRules(rules, selection, () => true);
  const found = checkSources(repository, chosen, kept);
  const evaluated = await evaluate(chosen, check);
  if ("code" in evaluated) return evaluated;
  const families = new Map(rules.map(({ code, family }) => [code, family]));
  return inOrder([...found, ...evaluated]).filter((finding) => isTold(finding, selection, families));
}

async function evaluate(chosen: readonly Rule[], check: FleetCheck): Promise<readonly Finding[] | Message> {
  const ofHosts = chosen.filter((rule) => rule.reads === "hosts");
  if (ofHosts.length === 0) return [];
  const before = check.before === undefined ? undefined : await askFleet({ ...check, ...check.before });
  if (before !== undefined && "code" in before) return before;
  const fleet = await askFleet(check);
  if ("code" in fleet) return fleet;
  return checkHosts(before === undefined ? fleet : { ...fleet, before }, chosen);
}

async function askFleet({
  here: { root, flakes },
  repository,
  flags,
  context,
  evaluators,
}: FleetCheck): Promise<EvaluatedFleet | Message> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return options;
  if (flakes.length === 0) return toolMessages["no-flake-here"](root);
  const questions = openQuestions(root, options, flags, context, evaluators);
  if ("code" in questions) return questions;
  const { ask, end, paperOf } = questions;
  // all facts of all rules are asked, whichever rules run, so that the answer is recorded once
  const facts = [
    ...new Map(
      rules.flatMap((rule) => (rule.reads === "hosts" ? rule.needs : [])).map((each) => [each.name, each]),
    ).values(),
  ];
  try {
    const classOf = (flake: string): Class => {
      const { substitutes } = paperOf(flake);
      return substitutes.length === 0 ? "certain" : isListedRelease(substitutes) ? "paper" : "heuristic";
    };
    const fleet = await askHosts({ root, repository, ask, classOf, facts });
    tellPaper(flakes.map(paperOf), flags, context);
    return fleet;
  } finally {
    await end();
  }
}
