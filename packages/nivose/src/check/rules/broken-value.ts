/** Values that cannot be evaluated, where that is the doing of the fleet's own files. */

import { alternatives } from "../../advice/names.ts";
import { nodesOf } from "../../advice/source.ts";
import { Node, type Ref, type Tree } from "@nivose/nix/syntax";
import type { Found } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type BrokenValue, failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import { ownDefinitions } from "../hosts/own-definitions.ts";
import { withoutEntry } from "../options/given-value.ts";
import { isMisspelt, missingNameOf } from "../options/missing-name.ts";
import { optionName } from "../options/option-name.ts";
import type { HostsRule } from "../rule.ts";
import type { Repository } from "../source/repository.ts";

export const rule: HostsRule = {
  code: "broken-value",
  family: "options",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [failingDefinitions],
  title: "A value that cannot be evaluated",
  explain:
    "An option is given a value that ends in an error as soon as somebody wants it: it asks a set for a name that it does not " +
    "have, such as `lib.mkDefualt` or `config.services.nginx.enabel`, it depends on itself, or it throws. Every definition is looked at, so that " +
    "the first that fails hides no other. What asks for a package that there is not is told by `unknown-package`.\n\n" +
    "On paper, names in sets are told only if a single letter makes them one that is there, because what modules of nixpkgs put into sets is not " +
    "known; errors of other kinds are left alone there, but for values that throw themselves, or are made of themselves.",
  example: {
    bad: "{ lib, ... }:\n{\n  networking.firewall.allowPing = lib.mkDefualt true;\n}\n",
    good: "{ lib, ... }:\n{\n  networking.firewall.allowPing = lib.mkDefault true;\n}\n",
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const each of hosts)
      for (const failing of each.fact(failingDefinitions) ?? []) {
        if (failing.kind !== "broken") continue;
        const found =
          misspelt(failing, each, repository) ??
          ofItself(failing, each, repository) ??
          elsewhere(failing, each, repository);
        if (found !== undefined) yield { ...found, hosts: [each.host.name], class: each.inputsClass };
      }
  },
};

function misspelt(failing: BrokenValue, host: EvaluatedHost, repository: Repository): Found | undefined {
  const missing = missingNameOf(failing, host, repository);
  if (missing === undefined || missing.isOfPackages || (host.isOnPaper && !isMisspelt(missing))) return undefined;
  const { wanted, near, set, source, name } = missing;
  return {
    text: `there is no '${wanted}' in '${set}'`,
    at: source.at(name),
    hint: near.length === 0 ? undefined : `did you mean ${alternatives(near)}?`,
  };
}

/** A value that throws, or is made of itself: nothing that others do would change that. */
function ofItself({ loc, error, lookup }: BrokenValue, host: EvaluatedHost, repository: Repository): Found | undefined {
  if (lookup !== null || error.startsWith("unknown on paper")) return undefined;
  const { names } = withoutEntry(loc);
  const own = ownDefinitions(host, repository, () => true, names);
  const isCircle = error.startsWith("infinite recursion");
  const first = own.find(({ source, definition }) => isCircle || throws(source.tree, definition.value));
  if (first === undefined) return undefined;
  const name = optionName([], names);
  return {
    text: isCircle ? `the value of '${name}' depends on itself` : `'${name}' has no value: ${error.split("\n", 1)[0]}`,
    at: first.source.at(first.definition.value),
    hint: isCircle ? `leave '${name}' out of what it is made of` : undefined,
  };
}

/** Whether there is a call of `throw` or `abort`, which the value may be. */
function throws(tree: Tree, value: Ref): boolean {
  const callees = nodesOf(tree, Node.Apply, value).map((call) => tree.text(tree.child(call, 0)));
  return callees.some((callee) => /^(?:builtins\.)?(?:throw|abort)$/u.test(callee));
}

/** Only with the locked inputs, because on paper a value may be another one than in the real NixOS. */
function elsewhere({ loc, error, place }: BrokenValue, host: EvaluatedHost, { files }: Repository): Found | undefined {
  if (host.isOnPaper || place === null) return undefined;
  const { name, isOwn } = host.local(place.file);
  const source = isOwn ? files.get(name) : undefined;
  if (source === undefined) return undefined;
  const start = source.positions.lineRange(place.line).start + place.column - 1;
  const around = source.tree.pathTo(start).find((ref) => source.tree.start(ref) === start);
  return {
    text: `'${optionName([], withoutEntry(loc).names)}' has no value: ${error.split("\n", 1)[0]}`,
    at: source.at(around ?? { start, end: start + 1 }),
  };
}
