/** Tells what is wrong in a `fleet.nix`: an order of hosts that cannot be had, hosts that are not there. */

import { problemsOfText } from "../../fleet/data/files.ts";
import type { EvaluatedFleet } from "../hosts/evaluated-fleet.ts";
import { hostNames } from "../hosts/host-names.ts";
import type { HostsRule } from "../rule.ts";
import { besideFlake } from "../source/repository.ts";

export const rule: HostsRule = {
  code: "fleet-data",
  family: "fleet",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "A mistake in fleet.nix",
  explain:
    "`fleet.nix` says what operators know of hosts: addresses, waves, which host depends on which. It asks for something that " +
    "cannot be had, such as an order in which two hosts are each deployed before the other, or it speaks of hosts that the fleet does not have. " +
    "`docs/fleet-data.md` lists what it can say. Only what is written out is looked at; what is computed is read by `nivose show`.",
  example: {
    bad: {
      "fleet.nix": '{\n  hosts.machine = {\n    address = "192.168.1.10";\n    dependsOn = [ "machine" ];\n  };\n}\n',
      "machine.nix": "{\n  services.openssh.enable = true;\n}\n",
    },
    good: {
      "fleet.nix": '{\n  hosts.machine.address = "192.168.1.10";\n}\n',
      "machine.nix": "{\n  services.openssh.enable = true;\n}\n",
    },
  },
  *check(fleet) {
    const { repository } = fleet;
    const known = knownNames(fleet);
    for (const folder of new Set(["", ...repository.flakes.map((each) => each.folder)])) {
      const file = repository.files.get(besideFlake({ folder }, "fleet.nix"));
      if (file === undefined) continue;
      for (const { text, hint, range, related = [] } of problemsOfText(file.tree, known))
        yield {
          text,
          hint,
          at: file.at(range),
          related: related.map((each) => ({ text: each.text, at: file.at(each.range) })),
        };
    }
  },
};

/** Nothing if there may be hosts that are not known. */
function knownNames(fleet: EvaluatedFleet): ReadonlySet<string> | undefined {
  return fleet.broken.length > 0 ? undefined : hostNames(fleet);
}
