/** Definitions of options that cannot be set. */

import type { Found } from "../finding.ts";
import { definedOptions } from "../options/defined-option.ts";
import { optionName } from "../options/option-name.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "read-only-option",
  family: "options",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "An option that is read-only, and is set",
  explain:
    "The value of a read-only option comes from the module that declares it, and nobody else may give it one. What it is computed " +
    "from can be changed instead: its description, in `nivose options NAME`, says what that is. An option of the fleet's own that " +
    "is set once is left alone.",
  example: {
    bad: '{\n  networking.fqdn = "machine.example.org";\n}\n',
    good: '{\n  networking.domain = "example.org";\n}\n',
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const each of hosts)
      for (const { path, answer, own } of definedOptions(each, repository)) {
        if (!SET_TWICE.test(answer.error ?? "")) continue;
        const [first, ...others] = own;
        if (first === undefined) continue;
        yield {
          text: `'${optionName([], path)}' is read-only, and is set here`,
          at: first.at,
          related: others.map(({ at }) => ({ text: "and here", at })),
          hint: "remove the definition, and change what the option is computed from",
          hosts: [each.host.name],
          class: each.class,
        };
      }
  },
};

const SET_TWICE = /is read-only, but it's set multiple times/u;
