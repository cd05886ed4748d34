/** Warnings that modules of the fleet give. */

import type { Found } from "../finding.ts";
import { hostWarnings } from "../hosts/facts/told-by-host.ts";
import { placeOfTold } from "../modules/told-place.ts";
import type { HostsRule } from "../rule.ts";
import { oneLine } from "./failed-assertion.ts";

export const rule: HostsRule = {
  code: "host-warning",
  family: "modules",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [hostWarnings],
  title: "A warning that the fleet itself gives",
  explain:
    "A module of the fleet has something to say of this host (`warnings`). It is shown whenever the system is evaluated, and scrolls away. " +
    "Warnings of nixpkgs and other inputs are left alone: what they are about has rules of its own, such as for renamed options.",
  example: {
    bad: '{ lib, config, ... }:\n{\n  warnings = lib.optional (!config.services.openssh.enable) "there is no way to log in from elsewhere";\n}\n',
    good:
      "{ lib, config, ... }:\n{\n  services.openssh.enable = true;\n" +
      '  warnings = lib.optional (!config.services.openssh.enable) "there is no way to log in from elsewhere";\n}\n',
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const host of hosts)
      for (const told of host.fact(hostWarnings) ?? []) {
        if (!host.local(told.file).isOwn) continue;
        yield {
          text: oneLine(told.message),
          at: placeOfTold(told, host, repository),
          hosts: [host.host.name],
          class: host.class,
        };
      }
  },
};
