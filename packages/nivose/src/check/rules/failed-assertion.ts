/** Assertions of a host that do not hold. */

import type { Found } from "../finding.ts";
import { failedAssertions } from "../hosts/facts/told-by-host.ts";
import { placeOfTold } from "../modules/told-place.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "failed-assertion",
  family: "modules",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [failedAssertions],
  title: "An assertion that does not hold",
  explain:
    "A module says under which circumstances it works (`assertions`), and on this host they are not given: nothing of the host " +
    "can be built. Evaluating stops here as well, but only when the whole system is wanted, and so late. The finding points at " +
    "the message, if the assertion is the fleet's own, and otherwise at what the fleet sets of the option that the message names.\n\n" +
    "On paper only the fleet's own assertions are known, not those of nixpkgs. Options that were removed have rules of their own.",
  example: {
    bad:
      "{ config, ... }:\n{\n  assertions = [\n    {\n      assertion = config.services.openssh.enable;\n" +
      '      message = "this host is reached by SSH, so services.openssh.enable has to be on";\n    }\n  ];\n}\n',
    good:
      "{ config, ... }:\n{\n  services.openssh.enable = true;\n  assertions = [\n    {\n      assertion = config.services.openssh.enable;\n" +
      '      message = "this host is reached by SSH, so services.openssh.enable has to be on";\n    }\n  ];\n}\n',
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const host of hosts)
      for (const told of host.fact(failedAssertions) ?? []) {
        // what is taken from paper may assert what the real one would not
        if (isOfRemovedOption(told.message) || (host.isOnPaper && !host.local(told.file).isOwn)) continue;
        yield {
          text: `an assertion does not hold: ${oneLine(told.message)}`,
          at: placeOfTold(told, host, repository),
          hint: "do what it asks for; until then this host cannot be built",
          hosts: [host.host.name],
          class: host.class,
        };
      }
  },
};

function isOfRemovedOption(message: string): boolean {
  return message.includes("The option definition `") && message.includes("no longer has any effect");
}

export function oneLine(message: string): string {
  return message.replaceAll(/\s+/gu, " ").trim().replace(/\.$/u, "");
}
