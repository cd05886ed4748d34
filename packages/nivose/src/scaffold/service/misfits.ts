/** What is wrong with a host since a service was added to it or taken away, that was not wrong before: then it cannot be built, or something does not start. */

import type { Message } from "@nivose/nix/message";
import type { Finding } from "../../check/finding.ts";
import type { Fact } from "../../check/hosts/fact.ts";
import type { EvaluatedFleet } from "../../check/hosts/evaluated-fleet.ts";
import { systemFailure } from "../../check/hosts/facts/system-failure.ts";
import type { HostsRule } from "../../check/rule.ts";
import { rule as conflictingDefinitions } from "../../check/rules/conflicting-definitions.ts";
import { rule as failedAssertion } from "../../check/rules/failed-assertion.ts";
import { rule as hostEvaluation } from "../../check/rules/host-evaluation.ts";
import { rule as portClash } from "../../check/rules/port-clash.ts";
import { rule as unknownOption } from "../../check/rules/unknown-option.ts";
import { rule as wrongType } from "../../check/rules/wrong-type.ts";
import type { Repository } from "../../check/source/repository.ts";
import { checkHosts } from "../../check/run.ts";
import { withOwnOptions } from "./family/own-option.ts";
import { serviceMessages } from "./messages.ts";

const rules: readonly HostsRule[] = [
  portClash,
  failedAssertion,
  unknownOption,
  wrongType,
  conflictingDefinitions,
  hostEvaluation,
];

/** What has to be asked of the host for that. */
export const misfitFacts: readonly Fact<unknown>[] = [
  ...new Map([...rules.flatMap(({ needs }) => needs), systemFailure].map((fact) => [fact.name, fact])).values(),
];

/** Of the host alone. */
export function misfitsOf(fleet: EvaluatedFleet, host: string): readonly Finding[] {
  const all = checkHosts(fleet, rules).filter(({ hosts }) => hosts?.includes(host) === true);
  // options of another release say nothing for sure, but ports, assertions and two values for one option do whatever there is
  return all.filter((each) => each.class !== "heuristic" || isSaidByHost(each));
}

function isSaidByHost({ rule }: Finding): boolean {
  return [portClash, failedAssertion, conflictingDefinitions].some(({ code }) => code === rule);
}

/** Those that are new. */
export function newMisfits(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Set(before.map((each) => sameAgain(each)));
  return after.filter((each) => !known.has(sameAgain(each)));
}

/** In a changed copy the same file has another place in the store. */
function sameAgain({ rule, text }: Finding): string {
  return `${rule} ${text.replaceAll(/(?<=\/)[0-9a-z]{32}(?=-)/gu, "")}`;
}

/** Without assertions about a file that the user was told to change: a secret only they can write. */
export function withoutTold(misfits: readonly Finding[], notes: readonly string[]): readonly Finding[] {
  const files = notes.flatMap((note) => note.match(/[\w./-]+\.(?:ya?ml|json|age|env|ini)\b/gu) ?? []);
  return misfits.filter(
    ({ rule, text }) => rule !== failedAssertion.code || !files.some((file) => text.includes(file)),
  );
}

/** Whether the host is looked at with what was added, or without what was taken away. */
export type Way = "with" | "without";

interface Told {
  readonly title: string;
  readonly way: Way;
  readonly host: string;
  readonly repository: Pick<Repository, "files">;
  /** How it gets another port, where that is what is wrong. */
  readonly freePort: string | undefined;
}

export function tellMisfit({ rule, text, hint }: Finding, { title, way, host, repository, freePort }: Told): Message {
  const known = hint === undefined ? undefined : withOwnOptions(hint, repository);
  if (way === "without") return serviceMessages["service-missed"](title, host, text, known);
  const own = rule === portClash.code ? (freePort ?? known) : known;
  return serviceMessages["service-misfit"](title, host, text, own);
}
