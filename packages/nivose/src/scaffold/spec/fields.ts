/** The fields of a spec for one preset. */

import { isRecipient } from "@nivose/sops";
import type { Choices } from "../preset.ts";
import { hostNames, loginNames } from "./allowed-names.ts";
import type { Field, RecordField } from "./field.ts";

const hostName: Field = {
  kind: "text",
  brief: "The host name",
  ...hostNames,
};

/** What is no name in Nix. */
const word: Field = {
  kind: "text",
  brief: "A word",
  pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/u,
  expected: "a name: letters, digits and inner dashes, at most 63",
};

const userName: Field = {
  kind: "text",
  brief: "The login name",
  ...loginNames,
};

const line: Field = {
  kind: "text",
  brief: "One line",
  pattern: /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{0,200}$/u,
  expected: "one line of text",
};

export const systems = ["x86_64-linux", "aarch64-linux", "aarch64-darwin", "x86_64-darwin"] as const;

export function fleetFields(choices: Choices, releases: readonly string[]): RecordField {
  const choice = (brief: string, values: readonly string[]): Field => ({ kind: "choice", brief, values });
  const list = (brief: string, of: Field): Field => ({ kind: "list", brief, of });
  const age: Field = {
    kind: "text",
    brief: "An age recipient",
    pattern: /^age1[02-9ac-hj-np-z]{58}$/u,
    isRight: isRecipient,
    expected: "an age recipient, 'age1' and 58 characters",
  };
  return {
    kind: "record",
    brief: "A fleet",
    required: [],
    fields: {
      name: { ...word, brief: "The name of the repository" } as Field,
      description: { ...line, brief: "What the fleet is for" } as Field,
      namespace: {
        kind: "text",
        brief: "The set below which the fleet's own options lie",
        pattern: /^[a-zA-Z_][a-zA-Z0-9_-]*$/u,
        expected: "a name of an option: letters, digits, dashes and underscores, no digit first",
      },
      release: choice("The release of NixOS", releases),
      hosts: list("The machines", {
        kind: "record",
        brief: "A machine, or a home without one",
        required: ["name"],
        fields: {
          name: hostName,
          kind: choice("What runs on it", choices.kinds),
          system: choice("Its platform", systems),
          description: { ...line, brief: "What it is for" } as Field,
          hardware: choice("Its hardware", Object.keys(choices.hardware)),
          disk: choice("How its disk is laid out", choices.disks),
          roles: list("What it does", choice("A role", choices.roles)),
          profiles: list("What it is like", choice("A profile", choices.profiles)),
          users: list("Who has an account", userName),
          services: list("What it offers", choice("A service", choices.services)),
          address: {
            kind: "text",
            brief: "Where it is reached by SSH",
            pattern: /^[A-Za-z0-9][A-Za-z0-9.:-]{0,252}$/u,
            expected: "a host name or an address",
          },
          tags: list("Words to choose it by", word),
          wave: {
            kind: "number",
            brief: "When it is deployed; waves go from the lowest up",
            expected: "a whole number",
          },
          dependsOn: list("Hosts that are deployed before it", hostName),
          stateVersion: {
            kind: "text",
            brief: "The release that it was installed with",
            pattern: /^\d{1,2}(?:\.\d{2})?$/u,
            expected: "a release such as '24.11', or for nix-darwin a number such as '6'",
          },
          age,
        },
      }),
      users: list("People", {
        kind: "record",
        brief: "A person",
        required: ["name"],
        fields: {
          name: userName,
          fullName: { ...line, brief: "The name of the person" } as Field,
          email: {
            kind: "text",
            brief: "For Git",
            pattern: /^[^\s\p{Cc}\p{Cs}@]+@[^\s\p{Cc}\p{Cs}@]+$/u,
            expected: "an e-mail address",
          },
          sshKeys: list("Public keys that may log in", {
            kind: "text",
            brief: "A public key",
            pattern:
              /^(?:ssh-(?:ed25519|rsa)|ecdsa-sha2-nistp\d+|sk-[a-z0-9@.-]+) [A-Za-z0-9+/=]+(?: [^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*)?$/u,
            expected: "a public SSH key, as in a file that ends in .pub",
          }),
          admin: {
            kind: "boolean",
            brief: "Whether the person may become root; everybody may of whom nothing is said",
          },
        },
      }),
      shells: list("Development shells", choice("A shell", choices.shells)),
      secrets: {
        kind: "record",
        brief: "Encrypted secrets",
        required: [],
        fields: {
          kind: choice("How they are kept", ["sops", "none"]),
          operators: list("Who may read all of them", {
            kind: "record",
            brief: "An operator",
            required: ["name", "age"],
            fields: { name: userName, age },
          }),
        },
      },
      deployment: choice("How machines are updated", choices.deployments),
      ci: list("Where it is checked", choice("A forge", ["github", "forgejo"])),
      package: {
        kind: "record",
        brief: "The package, for the preset of that name",
        required: [],
        fields: {
          kind: choice("What it is made from", ["tool", "toshy"]),
          version: { kind: "text", brief: "Its version", pattern: /^[0-9][0-9A-Za-z.+-]*$/u, expected: "a version" },
          homepage: {
            kind: "text",
            brief: "Its page",
            pattern: /^https:\/\/[^\s\p{Cc}\p{Cs}"'\\]+$/u,
            expected: "an https address",
          },
          license: {
            kind: "text",
            brief: "Its licence in nixpkgs' names",
            pattern: /^[a-z][a-zA-Z0-9]*$/u,
            expected: "a name of lib.licenses",
          },
          systems: list("The platforms that it is built for", choice("A platform", systems)),
          formatter: choice("What 'nix fmt' runs", ["nixfmt", "nixpkgs-fmt"]),
        },
      },
    },
  };
}
