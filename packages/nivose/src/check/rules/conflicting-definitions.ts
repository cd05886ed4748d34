/** Values of one option that contradict each other. */

import type { Found } from "../finding.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import { writtenValues, withoutEntry } from "../options/given-value.ts";
import { optionName } from "../options/option-name.ts";
import type { HostsRule } from "../rule.ts";
import { mayBeSecret } from "../secrets/secret-options.ts";

export const rule: HostsRule = {
  code: "conflicting-definitions",
  family: "options",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [failingDefinitions],
  title: "Values of one option that contradict each other",
  explain:
    "Several modules define the option with the same priority, and its type cannot merge what they say. Leave one of the " +
    "definitions, or say which one wins: `lib.mkForce` around a value wins over one that has nothing around it, " +
    "`lib.mkDefault` gives way to it. `nivose why HOST OPTION` shows all of them.\n\n" +
    "Types that merge, such as lists, sets and lines, have no conflicts, and equal values are none either.",
  example: {
    bad: {
      "machine.nix": '{\n  imports = [ ./time.nix ];\n  time.timeZone = "Europe/Vienna";\n}\n',
      "time.nix": '{\n  time.timeZone = "Europe/Berlin";\n}\n',
    },
    good: {
      "machine.nix": '{\n  imports = [ ./time.nix ];\n  time.timeZone = "Europe/Vienna";\n}\n',
      "time.nix": '{ lib, ... }:\n{\n  time.timeZone = lib.mkDefault "Europe/Berlin";\n}\n',
    },
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const each of hosts) {
      const known = new Set<string>();
      // those of the machine itself come first: a variant of it that repeats them says nothing new
      const all = (each.fact(failingDefinitions) ?? []).toSorted((left, right) => left.loc.length - right.loc.length);
      for (const failing of all) {
        if (failing.kind !== "conflict" || !CONFLICT.test(failing.error)) continue;
        const written = failing.definitions.map((definition) => ({
          definition,
          place: writtenValues(failing.loc, definition, each, repository)[0]?.at,
        }));
        // the last one is the finding: of two, the one that was written over the other
        const own = distinct(written.filter(({ place }) => place !== undefined));
        const last = own.at(-1);
        if (last === undefined) continue;
        const { names } = withoutEntry(failing.loc);
        const name = optionName([], names);
        const isSecret = mayBeSecret(names);
        const key = JSON.stringify([failing.loc.at(-1), own.map(({ place }) => place)]);
        if (known.has(key)) continue;
        known.add(key);
        const values = [last.definition, ...failing.definitions.filter((it) => it !== last.definition)];
        yield {
          text: isSecret
            ? `'${name}' is given values that contradict each other`
            : `'${name}' is given ${listed(values.map(({ value }) => value))}`,
          at: { ...last.place!, isSecret },
          related: own.slice(0, -1).map(({ definition, place }) => ({
            text: isSecret ? "another one is given here" : `${definition.value} is given here`,
            at: { ...place!, isSecret },
          })),
          hint: "leave one of them, or say with 'lib.mkForce' or 'lib.mkDefault' which one wins",
          hosts: [each.host.name],
          class: each.class,
        };
      }
    }
  },
};

/** What the module system says of a conflict, in every library from 20.09 on. */
const CONFLICT = /(?:conflicting definition values|is defined multiple times|is defined both)/u;

function listed(values: readonly string[]): string {
  const all = [...new Set(values)];
  const shown = all.length > MOST ? [...all.slice(0, MOST), `${all.length - MOST} other values`] : all;
  return shown.length < 2 ? `${shown[0]} more than once` : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

const MOST = 3;

function distinct<Written extends { readonly place: unknown }>(written: readonly Written[]): readonly Written[] {
  return [...new Map(written.map((each) => [JSON.stringify(each.place), each])).values()];
}
