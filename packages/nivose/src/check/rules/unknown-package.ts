/** Packages that there are not, in values that options are given. */

import { alternatives } from "../../advice/names.ts";
import type { Found } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type BrokenValue, failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import { isMisspelt, missingNameOf } from "../options/missing-name.ts";
import type { HostsRule } from "../rule.ts";
import type { Repository } from "../source/repository.ts";

export const rule: HostsRule = {
  code: "unknown-package",
  family: "options",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [failingDefinitions],
  title: "A package that there is not",
  explain:
    "A value that an option is given asks a set of packages for a name that it does not have: `pkgs.helo`, or `helo` within " +
    "`with pkgs;`. The names that are suggested are in that set. Every element of a list is looked at, so that the first that " +
    "is missing hides no other.\n\n" +
    "On paper, the names of all packages of nixpkgs are known, but for a few sets that are too large, such as haskellPackages and gnomeExtensions. " +
    "If the inputs are locked to another release than that, only names are told that differ from another one by a single letter.",
  example: {
    bad: "{ pkgs, ... }:\n{\n  environment.systemPackages = [ pkgs.helo ];\n}\n",
    good: "{ pkgs, ... }:\n{\n  environment.systemPackages = [ pkgs.hello ];\n}\n",
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const each of hosts)
      for (const failing of each.fact(failingDefinitions) ?? []) {
        const found = failing.kind === "broken" ? told(failing, each, repository) : undefined;
        if (found !== undefined) yield found;
      }
  },
};

function told(failing: BrokenValue, host: EvaluatedHost, repository: Repository): Found | undefined {
  const missing = missingNameOf(failing, host, repository);
  if (missing?.isOfPackages !== true || (host.inputsClass === "heuristic" && !isMisspelt(missing))) return undefined;
  const { wanted, near, set, source, name } = missing;
  return {
    text: `there is no package '${wanted}' in '${set}'`,
    at: source.at(name),
    hint: near.length === 0 ? undefined : `did you mean ${alternatives(near)}?`,
    hosts: [host.host.name],
    class: host.inputsClass,
  };
}
