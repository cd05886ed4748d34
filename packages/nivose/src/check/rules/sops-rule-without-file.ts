/** Finds rules of `.sops.yaml` that are for no file. */

import type { RepositoryRule } from "../rule.ts";
import { encrypted, recipients } from "../secrets/examples.ts";
import { sopsFiles } from "../secrets/sops-files.ts";

const fleet = (pattern: string): Readonly<Record<string, string>> => ({
  "machine.nix":
    '{\n  environment.etc."s.yaml".source = ./s.yaml;\n  environment.etc."mail.yaml".source = ./mail/luna.yaml;\n}\n',
  ".sops.yaml": `creation_rules:
  - path_regex: ^s\\.yaml$
    age: ${recipients.ada}
  - path_regex: ${pattern}
    age: ${recipients.ada},${recipients.luna}
`,
  "s.yaml": encrypted("ada"),
  "mail/luna.yaml": encrypted("ada", "luna"),
});

export const rule: RepositoryRule = {
  code: "sops-rule-without-file",
  family: "safety",
  level: "note",
  class: "certain",
  reads: "repository",
  title: "A creation rule that is for no file",
  explain:
    "The `path_regex` of a rule in `.sops.yaml` fits no file of the repository: the file was renamed or removed, or the pattern has a " +
    "slip, and then the next file of that name is encrypted by another rule, for other keys, or not at all. The path that " +
    "SOPS compares is relative to the folder of the `.sops.yaml` and has no slash at its beginning. Mend the pattern, or remove the rule.\n\n" +
    "Left alone are repositories without any encrypted file below the `.sops.yaml`, in which secrets are still to come, and rules for all files.",
  example: { bad: fleet("^/mail/.*\\.yaml$"), good: fleet("^mail/.*\\.yaml$") },
  *check(repository) {
    const files = sopsFiles(repository);
    const names = [...repository.tracked, ...repository.untracked];
    for (const config of files.configs) {
      const isBelow = (name: string): boolean => name.startsWith(config.folder);
      if (![...files.documents.keys()].some(isBelow)) continue;
      const below = names.filter(isBelow).map((name) => name.slice(config.folder.length));
      for (const { pathRegex, fits } of config.rules) {
        if (pathRegex === undefined || below.some((name) => fits(name) !== false)) continue;
        yield {
          text: "this rule fits no file of the repository",
          hint: "mend the pattern, which is compared with the path from the folder of this file, or remove the rule",
          at: config.at(pathRegex.range),
        };
      }
    }
  },
};
