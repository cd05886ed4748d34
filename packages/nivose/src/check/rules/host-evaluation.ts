/** Tells of hosts that cannot be evaluated at all, in the words that every verb has for it. */

import type { HostProblem } from "../../fleet/host.ts";
import type { Found, Place } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "host-evaluation",
  family: "modules",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "A host that cannot be evaluated",
  explain:
    "Evaluating the host ends in an error before its options are there, so that nothing else can be said of it. The " +
    "finding points at the place in the fleet that the error is about, if there is one. `nivose show HOST` has the whole " +
    "message, with what could be written to mend it.",
  example: {
    bad: '{ lib, ... }:\n{\n  imports = lib.optional (lib.hasPrefx "a" "ab") ./other.nix;\n}\n',
    good: '{ lib, ... }:\n{\n  networking.hostName = lib.toLower "MACHINE";\n}\n',
  },
  *check(fleet) {
    // what nivose cannot evaluate is no mistake of the fleet's; the command says that it was not checked
    for (const each of fleet.hosts) if (each.problem?.isLimit === false) yield ofHost(each, each.problem, fleet);
    for (const { flake, output, problem } of fleet.broken) {
      if (problem.isLimit) continue;
      const file = flake === "" ? "flake.nix" : `${flake}/flake.nix`;
      const text = `${output ?? "the flake"} cannot be evaluated: ${firstLine(problem)}`;
      yield { text, ...hintOf(problem), at: placeOf(problem, fleet) ?? { file } };
    }
  },
};

function ofHost({ host, class: sureness }: EvaluatedHost, problem: HostProblem, fleet: EvaluatedFleet): Found {
  const file = host.flake === "" ? "flake.nix" : `${host.flake}/flake.nix`;
  return {
    text: `${host.name} cannot be evaluated: ${firstLine(problem)}`,
    ...hintOf(problem),
    at: placeOf(problem, fleet) ?? { file },
    class: sureness,
    hosts: [host.name],
  };
}

function firstLine({ advice, problem }: HostProblem): string {
  return advice?.message.text ?? problem.split("\n", 1)[0]!;
}

function hintOf({ advice }: HostProblem): Pick<Found, "hint"> {
  const hint = advice?.message.hint;
  return hint === undefined ? {} : { hint };
}

function placeOf({ advice }: HostProblem, { repository }: EvaluatedFleet): Place | undefined {
  for (const { file, start, end } of advice?.places ?? []) {
    const name = repository.nameOf(file);
    if (name !== undefined) return { file: name, range: { start, end } };
  }
  return undefined;
}
