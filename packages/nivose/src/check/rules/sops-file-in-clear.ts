/** Finds files that are there for secrets, and that nobody has encrypted. */

import type { RepositoryRule } from "../rule.ts";
import { fleetWithSops } from "../secrets/examples.ts";
import { filesInClear, howToEncrypt } from "../secrets/files-in-clear.ts";

const fleet = fleetWithSops("  sops.secrets.wifi = { };\n");

export const rule: RepositoryRule = {
  code: "sops-file-in-clear",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "repository",
  title: "A file of secrets that is not encrypted",
  explain:
    "A module names a file as one with secrets (`sopsFile`, `defaultSopsFile`, `age.secrets.<name>.file`), and Git tracks it as it " +
    "is: everybody who can read the repository has the secrets, now and in its history, and a flake copies them into the store. " +
    "Nor can the machine use them, because sops-nix takes encrypted files only. Encrypt it with `sops encrypt --in-place FILE`, and take what was in it for lost: " +
    "make new secrets, and revoke these.\n\n" +
    "It is a guess where only a rule of `.sops.yaml` for few files says that the file is there for secrets. Left alone are files in " +
    "which nothing stands but words to be replaced (`changeme`), files that git-crypt encrypts, and those whose names say that " +
    "they are for tests, examples or templates. What is found is not shown.",
  example: { bad: { ...fleet, "secrets.yaml": "wifi: kohlrabi-42-blau\n" }, good: fleet },
  *check(repository) {
    for (const { file, secret, named, ruled } of filesInClear(repository).values()) {
      const said = named ?? ruled;
      if (said === undefined) continue;
      yield {
        text: `${file} is there for secrets, and is not encrypted`,
        hint: `${howToEncrypt(file)}, and make new secrets: these are in the history of the repository`,
        at: { file, range: secret, isSecret: true },
        related: [{ text: named === undefined ? "the rule for it" : "it is named here", at: said }],
        ...(named === undefined ? { class: "heuristic" as const } : {}),
      };
    }
  },
};
