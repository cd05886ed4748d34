/** Finds rules of `.sops.yaml` that share the key of a file among groups, which a single `-` too much does. */

import type { Edit } from "@nivose/nix/syntax";
import type { GroupOutline } from "@nivose/sops";
import type { Fix } from "../finding.ts";
import type { RepositoryRule } from "../rule.ts";
import { type SopsConfig, sopsFiles } from "../secrets/sops-files.ts";

const config = (secondGroup: string): string => `keys:
  - &ada 7088C7421873E0DB97FF17C2245CAB70B4C225E9
  - &luna age1mdw7n8p2sr6nmftwcl3666j0a2nz4zvakxnpske3y5x8d8q0yd9q7c2klp
creation_rules:
  - path_regex: ^secrets/[^/]+\\.yaml$
    key_groups:
      - pgp:
          - *ada
      ${secondGroup}age:
          - *luna
`;

export const rule: RepositoryRule = {
  code: "sops-key-groups",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "repository",
  title: "Key groups that turn on secret sharing",
  explain:
    "Each `-` below `key_groups` of a `.sops.yaml` begins a group, and with several groups SOPS shares the key of a file among them " +
    "(Shamir's secret sharing): somebody from each group is needed to decrypt it. A machine has one key, which is in one " +
    "group, so that it can decrypt nothing. Mostly it is a `-` too much before `age:`, where `pgp:` and `age:` were meant to be one " +
    "group. Join the groups, and run `sops updatekeys` for each file of the rule.\n\n" +
    "A rule that says with `shamir_threshold` how many groups are needed means it, and is left alone.",
  example: {
    bad: { "machine.nix": "{\n}\n", ".sops.yaml": config("- ") },
    good: { "machine.nix": "{\n}\n", ".sops.yaml": config("  ") },
  },
  *check(repository) {
    for (const file of sopsFiles(repository).configs) {
      for (const { groups, hasThreshold } of file.rules) {
        const [first, second] = groups;
        if (first === undefined || second === undefined || hasThreshold) continue;
        const dash = dashBefore(file.text, second);
        const end = second.members[0]?.range.end ?? second.range.end;
        yield {
          text: `a file of this rule can only be decrypted with a key of each of its ${groups.length} groups`,
          hint:
            "write all keys into one group: remove the '-' that begins another one, and run 'sops updatekeys' for each file of " +
            "the rule; if it is meant, say so with 'shamir_threshold'",
          at: file.at({ start: dash ?? second.range.start, end }),
          related: [{ text: "the first group", at: file.at(first.members[0]?.range ?? first.range) }],
          fix: joined(file, groups),
        };
      }
    }
  },
};

function dashBefore(text: string, { range }: GroupOutline): number | undefined {
  const dash = /-[ \t]+$/u.exec(text.slice(0, range.start));
  return dash === null ? undefined : dash.index;
}

/** The `-` of all groups but the first one becomes a blank, if that makes them one. */
function joined(file: SopsConfig, groups: readonly GroupOutline[]): Fix | undefined {
  const columnOf = (offset: number): number => offset - (file.text.lastIndexOf("\n", offset - 1) + 1);
  const names = groups.flatMap(({ members }) => members.map(({ text }) => text));
  const columns = new Set(groups.map(({ range }) => columnOf(range.start)));
  if (new Set(names).size < names.length || columns.size > 1 || names.length === 0) return undefined;
  const splices: Edit.Splice[] = [];
  for (const group of groups.slice(1)) {
    const dash = dashBefore(file.text, group);
    if (dash === undefined) return undefined;
    splices.push({ ...file.at({ start: dash, end: dash + 1 }).range!, bytes: Buffer.from(" ") });
  }
  return { title: "join the groups", edits: [{ file: file.file, splices }] };
}
