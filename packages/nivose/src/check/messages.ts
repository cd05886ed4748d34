/** What the command itself says, besides the findings. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";
import { BASELINE_FILE } from "./baseline.ts";

export const checkMessageDefinitions = {
  "unknown-rule": {
    kind: "mistake",
    title: "A rule that there is not",
    explain:
      "`--only` and `--skip` take codes of rules and names of families, with commas between them. `nivose explain` lists all " +
      "codes.",
    text: (code: string, _nearest: string | undefined) => `there is no rule and no family '${code}'`,
    hint: (_code: string, nearest: string | undefined) =>
      nearest === undefined ? "'nivose explain' lists all codes" : `did you mean '${nearest}'?`,
  },
  "no-rule-left": {
    kind: "mistake",
    title: "Flags that leave no rule to run",
    explain:
      "The flags leave no rule: `--source` runs none that evaluates hosts, and `--class certain` none that can only guess.",
    text: () => "no rule is left to run",
    hint: () => "leave out one of '--source', '--class', '--only' and '--skip'",
  },
  "baseline-broken": {
    kind: "mistake",
    title: "A baseline that cannot be read",
    explain:
      "The file is no baseline, or one of another version. `nivose check --write-baseline` writes it anew, with all that is " +
      "found then.",
    text: (file: string, reason: string) => `the baseline '${file}' cannot be read: ${reason}`,
    hint: () => "write it anew with '--write-baseline', or name another file with '--baseline'",
  },
  "changed-without-git": {
    kind: "mistake",
    title: "No state to compare with",
    explain:
      "`--changed` tells what is new since a revision of the Git repository, by default since the last commit. This is no " +
      "repository, or it has no such revision.",
    text: (revision: string, reason: string) => `there is no state '${revision}' to compare with: ${reason}`,
    hint: () => "name a commit, a branch or a tag of this repository: '--changed main'",
  },
  "watch-with-others": {
    kind: "mistake",
    title: "Flags that do not go with `--watch`",
    explain:
      "`--watch` goes on telling what comes and goes, for people. It changes nothing, and prints no other format.",
    text: (flag: string) => `'--watch' does not go with '${flag}'`,
    hint: (flag: string) => `leave out one of '--watch' and '${flag}'`,
  },
  "flag-without-fix": {
    kind: "mistake",
    title: "A flag that says how to fix, without `--fix`",
    explain: "`--dry-run` and `--allow-dirty` say how `--fix` works, and nothing else of `nivose check` changes files.",
    text: (flag: string) => `'${flag}' needs '--fix'`,
    hint: (flag: string) => `add '--fix', or leave out '${flag}'`,
  },
  "flags-apart": {
    kind: "mistake",
    title: "Flags that do not go together",
    explain: `A baseline (\`${BASELINE_FILE}\`) is written from all that is found, and not beside fixes or comparisons.`,
    text: (a: string, b: string) => `'${a}' does not go with '${b}'`,
    hint: (a: string, b: string) => `leave out one of '${a}' and '${b}'`,
  },
} as const satisfies MessageDefinitions;

export const checkMessages = messageBuilders(checkMessageDefinitions);
