/** Comments that should allow something, and do not. */

import type { SuppressionsRule } from "../rule.ts";

export const rule: SuppressionsRule = {
  code: "suppression",
  family: "syntax",
  level: "error",
  class: "certain",
  reads: "suppressions",
  title: "A comment that should allow something, and does not",
  explain:
    "`# nivose allow CODE: reason` keeps a finding from being told: on its own line if something stands before the comment, " +
    "otherwise on the next line; `# nivose allow-file CODE: reason` in the whole file. Several codes have commas between them. " +
    "The reason is for whoever reads the file next year, and without it nothing is allowed. A code that there is not allows " +
    "nothing either.",
  example: {
    bad: '{\n  # nivose allow unknown-option\n  networking.domain = "example.org";\n}\n',
    good: '{\n  # an ordinary comment\n  networking.domain = "example.org";\n}\n',
  },
  *check(suppressions) {
    for (const { file, range, codes, reason, unknown } of suppressions) {
      const at = { file, range };
      if (codes.length === 0)
        yield { text: "the comment names no rule", at, hint: "write it as '# nivose allow CODE: reason'" };
      else if (reason === undefined)
        yield {
          text: "nothing is allowed without a reason",
          at,
          hint: `write why: '# nivose allow ${codes.join(", ")}: reason'`,
        };
      for (const { code, nearest } of unknown)
        yield {
          text: `there is no rule '${code}' to allow`,
          at,
          hint: nearest === undefined ? "'nivose explain' lists all codes" : `did you mean '${nearest}'?`,
        };
    }
  },
};
