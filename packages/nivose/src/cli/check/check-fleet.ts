/** Runs the rules over a repository: over its sources, and over its hosts as far as rules ask for them. */

import type { Message } from "@nivose/nix/message";
import type { Class, Finding } from "../../check/finding.ts";
import { askHosts, type IsWanted } from "../../check/hosts/ask-hosts.ts";
import type { EvaluatedFleet } from "../../check/hosts/evaluated-fleet.ts";
import type { Fact } from "../../check/hosts/fact.ts";
import { rules } from "../../check/rules/index.ts";
import { checkHosts, checkSources, checkSuppressions, inOrder, type KeptFindings } from "../../check/run.ts";
import { isTold, type Selection } from "../../check/select.ts";
import type { Repository } from "../../check/source/repository.ts";
import { suppress, suppressionsIn } from "../../check/suppressions.ts";
import { isListedRelease } from "../../paper/other-release.ts";
import { toolMessages } from "../../report/messages.ts";
import { type Evaluating, openQuestions } from "../ask-flake.ts";
import type { Context } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { readEvaluation } from "../evaluation-options.ts";
import type { FlakesHere } from "../flakes-here.ts";
import { type PaperFlags, tellPaper } from "../paper-use.ts";
import type { WorkerFlags } from "../worker-flags.ts";
import { chosenRules, familyOf, findableCodes, isOfLanguage } from "./known-rules.ts";

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
  /** Whether nothing is said of what is taken from paper. */
  readonly isQuiet?: boolean;
  /** What the fleet was before the change that is looked at. */
  readonly before?: EvaluatedFleet | undefined;
}

export interface FleetFindings {
  /** In order. */
  readonly told: readonly Finding[];
  /** What comments allow. */
  readonly suppressed: readonly Finding[];
  /** Nothing if no rule has asked for it. */
  readonly fleet: EvaluatedFleet | undefined;
}

/** A message if the flags make no sense. */
export async function checkFleet(check: FleetCheck): Promise<FleetFindings | Message> {
  const { repository, selection, kept = new WeakMap() } = check;
  const chosen = chosenRules(selection);
  const found = checkSources(repository, chosen, kept);
  const asksHosts = chosen.some(({ reads }) => reads === "hosts");
  const fleet = asksHosts ? await evaluateFleet(check) : undefined;
  if (fleet !== undefined && "code" in fleet) return fleet;
  const compared = fleet === undefined || check.before === undefined ? fleet : { ...fleet, before: check.before };
  const ofHosts = compared === undefined ? [] : checkHosts(compared, chosen);
  return withoutSuppressed([...found, ...ofHosts], fleet, check);
}

/** Takes away what is not asked for and what comments allow, and adds what is wrong with these comments. */
function withoutSuppressed(
  found: readonly Finding[],
  fleet: EvaluatedFleet | undefined,
  { repository, selection }: Pick<FleetCheck, "repository" | "selection">,
): FleetFindings {
  const chosen = chosenRules(selection);
  const isWanted = (finding: Finding): boolean => isTold(finding, selection, familyOf);
  // a host of which not everything is known may have what a comment allows
  const isWhole =
    fleet !== undefined &&
    fleet.broken.length === 0 &&
    fleet.hosts.every((host) => host.problem === undefined && !host.isOnPaper);
  const hasRun = (code: string): boolean => {
    const rule = chosen.find((each) => each.code === code || (each.code === "syntax" && isOfLanguage(code)));
    if (rule === undefined || selection.class !== "heuristic" || selection.skip.includes(code)) return false;
    return rule.reads !== "hosts" || isWhole;
  };
  const positionsOf = (file: string) => repository.files.get(file)?.positions;
  const judged = suppress(found.filter(isWanted), suppressionsIn(repository), positionsOf, {
    known: new Set(findableCodes()),
    hasRun,
  });
  const ofComments = checkSuppressions(judged.suppressions, chosen).filter(isWanted);
  return { told: inOrder([...judged.told, ...ofComments]), suppressed: judged.suppressed, fleet };
}

export interface FleetEvaluation extends Omit<FleetCheck, "selection" | "kept" | "before"> {
  /** All, if nothing is said. */
  readonly isWanted?: IsWanted;
  /** Those of all rules, if nothing is said. */
  readonly facts?: readonly Fact<unknown>[];
}

/** The hosts as the rules see them, whoever looks at them. */
export async function evaluateFleet({
  here: { root, flakes },
  repository,
  flags,
  context,
  evaluators,
  isQuiet = false,
  isWanted = () => true,
  facts = allFacts(),
}: FleetEvaluation): Promise<EvaluatedFleet | Message> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return options;
  if (flakes.length === 0) return toolMessages["no-flake-here"](root);
  const questions = openQuestions(root, options, flags, context, evaluators);
  if ("code" in questions) return questions;
  const { ask, end, paperOf } = questions;
  try {
    const classOf = (flake: string): Class => {
      const { substitutes } = paperOf(flake);
      return substitutes.length === 0 ? "certain" : isListedRelease(substitutes) ? "paper" : "heuristic";
    };
    const fleet = await askHosts({ root, repository, ask, classOf, facts, isWanted });
    if (!isQuiet) tellPaper(flakes.map(paperOf), flags, context);
    return fleet;
  } finally {
    await end();
  }
}

/** Of all rules, whichever run, so that the answer is recorded once. */
function allFacts(): Fact<unknown>[] {
  const facts = rules.flatMap((rule) => (rule.reads === "hosts" ? rule.needs : []));
  return [...new Map(facts.map((each) => [each.name, each])).values()];
}
