import type { Verb } from "../../verb.ts";
import { partNames } from "./part-names.ts";
import { growFlags } from "./shared.ts";

export const addUser: Verb = {
  brief: "Add a person, with accounts on hosts",
  description: [
    "Writes who it is and what is theirs in every home, and gives the hosts that --on names an account: on NixOS, on macOS and as a " +
      "home. A person who is there gets those accounts that are missing.",
    "In a repository that 'nivose init' did not write, a person is written as another one is, and one who is there stays as it is: " +
      "it is told where the account is, and where a key belongs.",
  ],
  examples: [
    {
      command: 'nivose add user alex --full-name "Alex Doe" --email alex@example.org --on luna --on mona',
      does: "Adds a person with two accounts",
    },
    { command: "nivose add user alex --on rydev", does: "Gives somebody who is there another account" },
  ],
  flags: {
    fullName: { kind: "text", brief: "The name of the person", placeholder: "NAME", completes: "nothing" },
    email: { kind: "text", brief: "For Git", placeholder: "ADDRESS", completes: "nothing" },
    sshKey: {
      kind: "texts",
      brief: "A public key that may log in, as in a file that ends in .pub",
      placeholder: "KEY",
      completes: "nothing",
    },
    on: { kind: "texts", brief: "A host that gets an account", placeholder: "HOST", completes: partNames("hosts") },
    admin: {
      kind: "switch",
      brief: "Let the person become root: as the fleet says it, or by the groups of somebody who is there",
    },
    ...growFlags,
  },
  arguments: { placeholder: "NAME", brief: "The login name", least: 1, most: 1, completes: partNames("users") },
  load: () => import("../../run/add/user.ts"),
};
