/** Options that two modules of a host give the same value. */

import type { Found } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type DefinedOption, definedOptions, isShownWhole, type OwnDefinition } from "../options/defined-option.ts";
import { optionName } from "../options/option-name.ts";
import type { HostsRule } from "../rule.ts";
import { mayBeSecret } from "../secrets/secret-options.ts";

export const rule: HostsRule = {
  code: "defined-twice",
  family: "options",
  level: "note",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "An option that is given the same value twice",
  explain:
    "Two places of the fleet, both of them part of every host that has one of them, give an option the same value. Either would " +
    "do, and whoever changes one of them gets a conflict.\n\n" +
    "It is left alone if a host has one of them without the other, if one of them has a condition or a priority of its own, and if " +
    "the values are lists or sets, which are put together.",
  example: {
    bad: {
      "machine.nix": "{\n  imports = [ ./ssh.nix ];\n  services.openssh.enable = true;\n}\n",
      "ssh.nix": "{\n  services.openssh.enable = true;\n}\n",
    },
    good: {
      "machine.nix": "{\n  imports = [ ./ssh.nix ];\n}\n",
      "ssh.nix": "{\n  services.openssh.enable = true;\n}\n",
    },
  },
  *check({ hosts, repository }): Iterable<Found> {
    const together = new Map<string, { readonly found: Found; readonly hosts: string[] }>();
    /** By definition, all hosts that have it. */
    const having = new Map<string, Set<string>>();
    for (const each of hosts) {
      if (each.problem !== undefined) return;
      for (const option of definedOptions(each, repository)) {
        for (const { at } of option.own) {
          const key = JSON.stringify(at);
          having.set(key, (having.get(key) ?? new Set()).add(each.host.attribute));
        }
        const [first, second] = sameTwice(option);
        if (first === undefined || second === undefined) continue;
        const key = JSON.stringify([first.at, second.at]);
        const known = together.get(key);
        if (known === undefined)
          together.set(key, { found: told(option, first, second, each), hosts: [each.host.attribute] });
        else known.hosts.push(each.host.attribute);
      }
    }
    for (const { found, hosts: those } of together.values()) {
      const isApart = [found.at, ...(found.related ?? []).map(({ at }) => at)].some(
        (at) => having.get(JSON.stringify(at))!.size > those.length,
      );
      const names = hosts.flatMap(({ host }) => (those.includes(host.attribute) ? [host.name] : []));
      if (!isApart) yield { ...found, hosts: names };
    }
  },
};

/** Two definitions with the same value and nothing around them, in the order of their places. */
function sameTwice({ own, answer }: DefinedOption): readonly OwnDefinition[] {
  if (!answer.works || answer.elements !== undefined) return [];
  const plain = own.filter(
    ({ raw, place }) =>
      place !== undefined && raw.around.length === 0 && isShownWhole(raw.value) && !/^[[{]/u.test(raw.value),
  );
  const distinct = [...new Map(plain.map((each) => [JSON.stringify(each.at), each])).values()];
  const same = distinct.filter(({ raw }) => raw.value === distinct[0]?.raw.value);
  const inOrder = same.toSorted((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
  return isMergedText(answer.facts?.type ?? "") ? [] : inOrder.slice(0, 2);
}

/** Texts that are put together, so that each definition adds to them. */
function isMergedText(type: string): boolean {
  return /concatenated|lines|unspecified|raw/iu.test(type);
}

function placeKey({ at }: OwnDefinition): string {
  return `${at.file}\0${String(at.range?.start ?? 0).padStart(10, "0")}`;
}

function told({ path }: DefinedOption, first: OwnDefinition, second: OwnDefinition, host: EvaluatedHost): Found {
  return {
    text: mayBeSecret(path)
      ? `'${optionName([], path)}' is the same here and elsewhere`
      : `'${optionName([], path)}' is ${second.raw.value} here and elsewhere`,
    at: second.at,
    related: [{ text: "the same is said here", at: first.at }],
    hint: "leave one of them, in the module that is about it",
    class: host.class,
  };
}
