/** Definitions of options that were removed. */

import type { Found } from "../finding.ts";
import { definedOptions } from "../options/defined-option.ts";
import { optionName } from "../options/option-name.ts";
import { hasWhatIsGone } from "../options/other-release.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "removed-option",
  family: "options",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "An option that was removed",
  explain:
    "The option has no effect any more, and the module system refuses a host that still defines it. What nixpkgs, Home Manager or " +
    "nix-darwin say to do instead is the hint of the finding.",
  example: {
    bad: "{\n  sound.enable = true;\n}\n",
    good: "{\n  hardware.alsa.enablePersistence = true;\n}\n",
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const each of hosts.filter((host) => hasWhatIsGone(host, repository)))
      for (const { path, answer, own } of definedOptions(each, repository)) {
        const instead = REMOVED.exec(answer.error ?? "")?.[1];
        if (instead === undefined) continue;
        const words = instead.replaceAll(/\s+/gu, " ").trim();
        for (const { at } of own)
          yield {
            text: `'${optionName([], path)}' was removed`,
            at,
            hint: words === "" ? "remove it" : words,
            hosts: [each.host.name],
            class: each.class,
          };
      }
  },
};

/** What such an option gives, in nixpkgs' own words, with what to do behind it. */
const REMOVED = /can no longer be used since it's been removed\.([\s\S]*)$/u;
