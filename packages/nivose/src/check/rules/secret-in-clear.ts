/** Finds private keys and tokens that anybody can read who has the repository. */

import type { RepositoryRule } from "../rule.ts";
import { knownSecretsIn } from "../secrets/known-secrets.ts";
import { trackedTexts } from "../secrets/tracked-texts.ts";

// written in two parts, so that no file of Nivose itself has what is to be found
const keyLine = (word: string): string => `-----${word} OPENSSH PRIVATE KEY-----`;
const key = `${keyLine("BEGIN")}
b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUxOQ
AAACBzZ9qjW3q2ZbVwV2gqk1mXgq8sA7tJ0n0mM1xJwV3yqQAAAIgQ2mT3ENpk9wAAAAtzc2gtZWQy
${keyLine("END")}
`;

export const rule: RepositoryRule = {
  code: "secret-in-clear",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "repository",
  title: "A secret that is in the repository in clear",
  explain:
    "A file that Git tracks has a private key, or a token of a service that marks its tokens. Everybody who can read the " +
    "repository has it, now and in its history, and a flake copies it into the store of every machine, where every user " +
    "can read it. Take it for lost: make a new one, revoke this one, and put the new one into a file that sops or age " +
    "encrypts. Removing the line does not remove it from the history.\n\n" +
    "Only secrets that are known by their form are found; that a text looks random is never enough. Left alone are public " +
    "keys, hashes, keys with a passphrase, encrypted files (also those that git-crypt encrypts), texts that say themselves that " +
    "they are examples, and files whose names say that they are for tests, documents or templates. What is found is not shown.",
  example: {
    bad: { "machine.nix": "{\n}\n", "deploy-key": key },
    good: {
      "machine.nix": "{\n}\n",
      "deploy-key.pub": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHNn2qNberZltXBXaCqTWZeCrywDu0nSfSYzXEnBXfKp deploy\n",
    },
  },
  *check(repository) {
    for (const { name, text } of trackedTexts(repository)) {
      for (const { kind, range, isWithin } of knownSecretsIn(text))
        yield {
          text: `${kind} is in the repository in clear`,
          hint: "take it for lost: make a new one, revoke this one, and keep the new one in a file that sops or age encrypts",
          at: { file: name, range, ...(isWithin ? { isSecret: true } : {}) },
        };
    }
  },
};
