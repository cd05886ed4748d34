/** Finds machines on which whoever deploys can no longer log in: the user, its keys, or root's login are gone. */

import { optionPlace } from "../hosts/option-place.ts";
import { deployed } from "../access/examples.ts";
import { type Machine, machinesOf } from "../access/known-machine.ts";
import { canLogIn, hasKey, hasSsh } from "../access/ways-in.ts";
import type { Found } from "../finding.ts";
import type { OptionPath } from "../hosts/defined.ts";
import type { EvaluatedFleet } from "../hosts/evaluated-fleet.ts";
import { type AccessFact, accessFact } from "../hosts/facts/access.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "locked-out-login",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [accessFact, networkFact, failingDefinitions],
  title: "A machine on which whoever deploys cannot log in",
  explain:
    "deploy-rs, colmena or `fleet.nix` say who logs in to deploy the machine, and its configuration lets nobody of that name in: " +
    "there is no such user, it has no key and no password, `AllowUsers` leaves it out, or root may not log in at all. Give the " +
    "user a key with `users.users.<name>.openssh.authorizedKeys.keys`.\n\n" +
    "Of a change (`--changed`) it is told that the user who deploys goes, or its last key; if nobody says who deploys, that the " +
    "last key of the whole machine goes. Replacing a key by another one is no such change. Left alone is what other settings " +
    "may allow: certificates, commands that know keys, and keys in home directories where these count.",
  example: {
    bad: deployed('{\n  services.openssh = {\n    enable = true;\n    settings.PermitRootLogin = "no";\n  };\n}\n'),
    good: deployed(
      '{\n  services.openssh.enable = true;\n  users.users.root.openssh.authorizedKeys.keys = [\n    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHNn2qNberZltXBXaCqTWZeCrywDu0nSfSYzXEnBXfKp ada"\n  ];\n}\n',
    ),
  },
  *check(fleet) {
    for (const machine of machinesOf(fleet)) {
      // what says that nobody gets in at all is told by another rule
      if (hasSsh(machine.access) !== true || machine.access.otherWays.length > 0) continue;
      const found = ofChange(machine, fleet) ?? ofState(machine, fleet);
      if (found !== undefined) yield { class: machine.class, hosts: [machine.host.host.name], ...found };
    }
  },
};

function ofState(machine: Machine, fleet: EvaluatedFleet): Found | undefined {
  const { reach, access, isUnread } = machine;
  const user = reach?.user;
  if (reach === undefined || user === undefined || isUnread || canLogIn(user, access) !== false) return undefined;
  const { reason, option, hint } = whyNot(user, access);
  return {
    text: `the machine is deployed as '${user}' (${reach.by}), ${reason}`,
    hint,
    at: optionPlace([option, ["users", "users", user]], machine.host, fleet),
  };
}

function whyNot(user: string, { ssh, users }: AccessFact): { reason: string; option: OptionPath; hint: string } {
  const keys = ["users", "users", user, "openssh", "authorizedKeys"];
  const giveKey = `add the key of whoever deploys to 'users.users.${user}.openssh.authorizedKeys.keys'`;
  const settings = ["services", "openssh", "settings"];
  if (user === "root" && ssh.permitRoot === "no")
    return {
      reason: "and root may not log in",
      option: [...settings, "PermitRootLogin"],
      hint: "deploy as a user who may use sudo, or set 'services.openssh.settings.PermitRootLogin = \"prohibit-password\"'",
    };
  if (ssh.allowUsers !== null && !ssh.allowUsers.includes(user))
    return {
      reason: "whom 'AllowUsers' leaves out",
      option: [...settings, "AllowUsers"],
      hint: `add '${user}' to 'services.openssh.settings.AllowUsers'`,
    };
  if (users?.some(({ name }) => name === user) !== true)
    return { reason: "and there is no such user", option: ["users", "mutableUsers"], hint: giveKey };
  return { reason: "who has neither a key nor a password", option: keys, hint: giveKey };
}

function ofChange(machine: Machine, fleet: EvaluatedFleet): Found | undefined {
  const { before, access, reach } = machine;
  if (before === undefined || before.access.users === null || access.users === null || access.ssh.isOpenEnded)
    return undefined;
  const keyed = (state: AccessFact): string[] => (state.users ?? []).filter(hasKey).map((user) => user.name);
  const [old, now] = [keyed(before.access), keyed(access)];
  const user = reach?.user;
  if (user === undefined) {
    if (old.length === 0 || now.length > 0) return undefined;
    return {
      text: `this change takes the last key away: ${old.join(", ")} had ${old.length > 1 ? "some" : "one"}`,
      hint: "leave at least one key to a user who may log in",
      at: optionPlace(
        [
          ["users", "users", old[0]!, "openssh", "authorizedKeys"],
          ["users", "users"],
        ],
        machine.host,
        fleet,
      ),
    };
  }
  if (!old.includes(user) || now.includes(user) || canLogIn(user, access) === true) return undefined;
  const isThere = access.users.some((each) => each.name === user);
  return {
    text: isThere
      ? `this change takes the last key of '${user}' away, as whom the machine is deployed`
      : `this change removes the user '${user}', as whom the machine is deployed`,
    hint: `leave the key to '${user}' until somebody else has deployed the machine`,
    at: optionPlace(
      [
        ["users", "users", user, "openssh", "authorizedKeys"],
        ["users", "users", user],
      ],
      machine.host,
      fleet,
    ),
  };
}
