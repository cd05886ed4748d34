/** Finds machines on which nobody can become root from elsewhere, so that nobody can deploy them again. */

import { optionPlace } from "../hosts/option-place.ts";
import { deployed } from "../access/examples.ts";
import { machinesOf } from "../access/known-machine.ts";
import { canBecomeRoot, hasSsh } from "../access/ways-in.ts";
import { accessFact } from "../hosts/facts/access.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import type { HostsRule } from "../rule.ts";

const key = '"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHNn2qNberZltXBXaCqTWZeCrywDu0nSfSYzXEnBXfKp ada"';
const module = (sudo: boolean): string => `{
  services.openssh = {
    enable = true;
    settings.PermitRootLogin = "no";
  };
  security.sudo.enable = ${sudo};
  users.users.ada = {
    isNormalUser = true;
    extraGroups = [ "wheel" ];
    openssh.authorizedKeys.keys = [ ${key} ];
  };
}
`;
const files = (sudo: boolean): Readonly<Record<string, string>> => ({
  ...deployed(module(sudo)),
  "fleet.nix": '{\n  hosts.machine = {\n    address = "192.168.1.10";\n    user = "ada";\n  };\n}\n',
});

export const rule: HostsRule = {
  code: "locked-out-root",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [accessFact, networkFact, failingDefinitions],
  title: "A machine on which nobody becomes root",
  explain:
    "The machine is deployed from elsewhere, root cannot log in over SSH, and none of those who can has a way to become root: " +
    "sudo and the like are off, nobody is in the group `wheel`, or sudo asks for a password that nobody has and nobody can set. " +
    "The next deploy would be the last one. Leave one of the ways: a key for root, or sudo for a user who can log in " +
    "(`security.sudo.wheelNeedsPassword = false` if it has no password).\n\n" +
    "Left alone are machines where something else may decide: rules of sudo for single users, proofs besides passwords, " +
    "passwords that are set on the machine.",
  example: { bad: files(false), good: files(true) },
  *check(fleet) {
    for (const machine of machinesOf(fleet)) {
      const { access, before, reach, isUnread, host } = machine;
      if (hasSsh(access) !== true || access.otherWays.length > 0 || canBecomeRoot(access) !== false) continue;
      const isOfChange = before !== undefined && canBecomeRoot(before.access) === true;
      if (!isOfChange && (reach === undefined || isUnread)) continue;
      const at = optionPlace(
        [
          ["security", "sudo", "enable"],
          ["security", "sudo", "wheelNeedsPassword"],
          ["services", "openssh", "settings", "PermitRootLogin"],
          ["users", "mutableUsers"],
        ],
        host,
        fleet,
      );
      yield {
        text: isOfChange
          ? "with this change nobody can become root over SSH: root cannot log in, and sudo is for nobody who can"
          : "nobody can become root over SSH: root cannot log in, and sudo is for nobody who can",
        hint: "give root a key, or leave sudo to a user who can log in",
        at,
        class: machine.class,
        hosts: [host.host.name],
      };
    }
  },
};
