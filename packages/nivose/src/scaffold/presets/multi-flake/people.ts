/** Users: their accounts, what is theirs in every home, and homes on machines that are not NixOS. */

import type { Draft } from "../../draft.ts";
import { nixName, nixString, nixValue } from "../../nix.ts";
import type { Fleet, Host, User } from "../../spec/fleet-spec.ts";
import type { Templates } from "../../template.ts";
import { homesOf, isDesktop } from "./places.ts";

export function peopleFiles(fleet: Fleet, templates: Templates): Draft[] {
  return [
    accounts(fleet),
    homes(fleet),
    ...fleet.users.map((user) => ({
      path: `user-environments/users/${user.name}.nix`,
      text: templates.fill("user/user.nix", {
        about: `What ${user.fullName === user.name ? user.name : user.fullName.replaceAll("\n", " ")} has in every profile.`,
        gitUser: gitUser(user, fleet),
      }),
    })),
  ];
}

function accounts({ users }: Fleet): Draft {
  const entries = users.map(({ name, fullName, sshKeys, admin }) => {
    return `${nixName(name)} = ${nixValue({ fullName, admin, sshKeys })};`;
  });
  return {
    path: "shared-modules/modules/base-system/people.nix",
    text: `# Who there is. An administrator may become root, and reaches root by SSH.\n{\n${entries.join("\n\n")}\n}\n`,
  };
}

function homes(fleet: Fleet): Draft {
  const entries = homesOf(fleet.hosts).map((home) => {
    const { name, system, stateVersion } = home;
    // Hyprland is for Linux
    const profile = isDesktop(home) && !system.endsWith("-darwin") ? "desktop" : "minimal";
    return `${nixName(name)} = ${nixValue({ user: userOf(home, fleet), profile, system, stateVersion })};`;
  });
  return {
    path: "user-environments/homes.nix",
    text: `# Homes on machines that are not NixOS: home-manager switch --flake ./user-environments#NAME\n{\n${entries.join("\n\n")}\n}\n`,
  };
}

/** A home is one person's: the first who is named. */
function userOf({ name, users }: Host, fleet: Fleet): string {
  return users[0] ?? fleet.users[0]?.name ?? name.toLowerCase();
}

/** Git has had these under another name since Home Manager 25.11. */
function gitUser({ fullName, email }: User, { release }: Fleet): string {
  const name = nixString(fullName);
  const address = nixString(email);
  return release >= "25.11"
    ? `programs.git.settings.user = { name = ${name}; email = ${address}; };`
    : `programs.git = { userName = ${name}; userEmail = ${address}; };`;
}
