/** Finds rules of `.sops.yaml` that never count, because an earlier one is for the same files. */

import type { RuleOutline } from "@nivose/sops";
import type { RepositoryRule } from "../rule.ts";
import { type SopsConfig, type SopsFiles, sopsFiles } from "../secrets/sops-files.ts";

const luna = "age1mdw7n8p2sr6nmftwcl3666j0a2nz4zvakxnpske3y5x8d8q0yd9q7c2klp";
const ada = "age1ypyat8ks873r5wzxhgn07aeygscdjnthnx26229y9alfsgxdaq5qxtrlgf";
const general = `  - age: ${ada}\n`;
const special = `  - path_regex: ^secrets/luna\\.yaml$\n    age: ${ada},${luna}\n`;

export const rule: RepositoryRule = {
  code: "sops-rule-order",
  family: "safety",
  level: "warning",
  class: "certain",
  reads: "repository",
  title: "A creation rule that never counts",
  explain:
    "SOPS takes the first rule of `.sops.yaml` whose `path_regex` fits a file, and no other. A rule behind one that fits the same files " +
    "never counts, so that these files are encrypted for the keys of the earlier one. Put the rule for fewer files first, and " +
    "the one for all others last.\n\n" +
    "It is certain if the earlier rule is for all files, or has the same pattern; a guess if each file in the repository " +
    "that the rule fits is taken by an earlier one.",
  example: {
    bad: { "machine.nix": "{\n}\n", ".sops.yaml": `creation_rules:\n${general}${special}` },
    good: { "machine.nix": "{\n}\n", ".sops.yaml": `creation_rules:\n${special}${general}` },
  },
  *check(repository) {
    const files = sopsFiles(repository);
    for (const config of files.configs) {
      for (const [index, each] of config.rules.entries()) {
        const earlier = config.rules.slice(0, index);
        const whole = earlier.find(
          ({ pathRegex }) => pathRegex === undefined || pathRegex.text === each.pathRegex?.text,
        );
        const before = whole ?? takenBy(each, earlier, config, files);
        if (before === undefined) continue;
        yield {
          text: "this rule never counts, because an earlier one is for the same files",
          hint: "put it before the other one: the first rule that fits a file counts",
          at: config.at(each.pathRegex?.range ?? each.range),
          related: [{ text: "the earlier rule", at: config.at(before.pathRegex?.range ?? before.range) }],
          ...(whole === undefined ? { class: "heuristic" as const } : {}),
        };
      }
    }
  },
};

/** The rule that takes the first of the files that a rule fits, if others take them all. */
function takenBy(
  rule: RuleOutline,
  earlier: readonly RuleOutline[],
  { folder }: SopsConfig,
  { documents }: SopsFiles,
): RuleOutline | undefined {
  const names = [...documents.keys()]
    .filter((name) => name.startsWith(folder))
    .map((name) => name.slice(folder.length));
  const takers = names
    .filter((name) => rule.fits(name) === true)
    .map((name) => earlier.find((it) => it.fits(name) !== false));
  return takers.every((taker) => taker !== undefined) ? takers[0] : undefined;
}
