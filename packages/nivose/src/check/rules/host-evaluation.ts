/** Tells of hosts that cannot be evaluated, in the words that every verb has for it. */

import type { HostProblem } from "../../fleet/host.ts";
import type { Found, Place, RelatedPlace } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import { systemFailure } from "../hosts/facts/system-failure.ts";
import { failedAssertions } from "../hosts/facts/told-by-host.ts";
import { classMismatch } from "../modules/class-mismatch.ts";
import { hostBinding } from "../modules/host-binding.ts";
import { isAboutMark, toldBySources } from "../modules/told-by-sources.ts";
import type { HostsRule } from "../rule.ts";
import { besideFlake } from "../source/repository.ts";

export const rule: HostsRule = {
  code: "host-evaluation",
  family: "modules",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [systemFailure, failedAssertions, failingDefinitions],
  title: "A host that cannot be evaluated",
  explain:
    "Evaluating the host ends in an error: before its options are there, so that nothing else can be said of it, or when the whole system " +
    "is put together. The finding points at the place in the fleet that the error is about, if there is one. Hosts that fail for the same " +
    "reason are one finding. `nivose show HOST` has the whole message, with what could be written to mend it.\n\n" +
    "It says nothing where a more exact rule does: of options that are not there, of values of a wrong type, of assertions, of files that " +
    "are missing, of `imports` that depend on themselves. What is unknown on paper is no mistake.",
  example: {
    bad: '{ lib, ... }:\n{\n  imports = lib.optional (lib.hasPrefx "a" "ab") ./base.nix;\n}\n',
    good: '{ lib, ... }:\n{\n  networking.hostName = lib.mkForce (lib.toLower "MACHINE");\n}\n',
  },
  *check(fleet) {
    for (const each of fleet.hosts) {
      const found = ofHost(each, fleet);
      if (found !== undefined) yield found;
    }
    for (const { flake, output, problem } of fleet.broken) {
      // what Nivose cannot do is told beside the findings
      if (problem.isLimit) continue;
      const at = placeOf(problem, fleet) ?? { file: besideFlake({ folder: flake }, "flake.nix") };
      const text = `${output ?? "the flake"} cannot be evaluated: ${firstLine(problem)}`;
      if (!toldBySources(fleet.repository, at))
        yield { text, at, ...hintOf(problem), class: problem.class ?? "certain" };
    }
  },
};

function ofHost(host: EvaluatedHost, fleet: EvaluatedFleet): Found | undefined {
  const problem = host.problem ?? host.systemProblem;
  if (problem === undefined || problem.isLimit || isToldByOthers(host, problem)) return undefined;
  const at = placeOf(problem, fleet) ?? hostBinding(host.host, fleet.repository);
  const flakeFile = besideFlake({ folder: host.host.flake }, "flake.nix");
  if (toldBySources(fleet.repository, at) || isAboutMark(fleet.repository, problem, flakeFile)) return undefined;
  const what = host.problem === undefined ? "the system of this host" : "this host";
  return {
    text: `${what} cannot be evaluated: ${firstLine(problem)}`,
    at,
    ...hintOf(problem),
    related: relatedTo(problem, fleet, at),
    class: problem.class ?? host.class,
    hosts: [host.host.name],
  };
}

/** What a more exact rule tells of the same host. */
function isToldByOthers(host: EvaluatedHost, problem: HostProblem): boolean {
  if (host.undeclared.length > 0 || classMismatch(problem) !== undefined) return true;
  if ((host.fact(failedAssertions) ?? []).length > 0) return true;
  // of a value that is broken nobody tells, unless something was looked for by a name
  return (host.fact(failingDefinitions) ?? []).some((each) => each.kind !== "broken" || each.lookup !== null);
}

function firstLine({ advice, problem }: HostProblem): string {
  return (advice?.message.text ?? problem.split("\n", 1)[0]!).replace(/\.$/u, "");
}

function hintOf({ advice }: HostProblem): Pick<Found, "hint"> {
  return { hint: advice?.message.hint };
}

function placesOf(
  { advice }: HostProblem,
  { repository }: EvaluatedFleet,
): { readonly at: Place; readonly note: string | undefined }[] {
  return (advice?.places ?? []).flatMap(({ file, start, end, note }) => {
    const name = repository.nameOf(file);
    return name === undefined ? [] : [{ at: { file: name, range: { start, end } }, note }];
  });
}

function placeOf(problem: HostProblem, fleet: EvaluatedFleet): Place | undefined {
  return placesOf(problem, fleet)[0]?.at;
}

/** The further places that have something said of them. */
function relatedTo(problem: HostProblem, fleet: EvaluatedFleet, main: Place): RelatedPlace[] {
  return placesOf(problem, fleet).flatMap(({ at, note }) =>
    note === undefined || (at.file === main.file && at.range?.start === main.range?.start) ? [] : [{ text: note, at }],
  );
}
