/** Comments that allow what is not found any more. */

import type { SuppressionsRule } from "../rule.ts";

export const rule: SuppressionsRule = {
  code: "unused-suppression",
  family: "syntax",
  level: "warning",
  class: "certain",
  reads: "suppressions",
  title: "A comment that allows what is not there",
  explain:
    "The rule that the comment names has looked at the place, and found nothing. Left where it is, the comment would hide what is " +
    "wrong there one day. A rule that did not run, because a flag left it out, counts for nothing.",
  example: {
    bad: '{\n  # nivose allow undefined-variable: it comes later\n  networking.domain = "example.org";\n}\n',
    good: '{\n  networking.domain = "example.org";\n}\n',
  },
  *check(suppressions) {
    for (const { file, range, idle } of suppressions)
      for (const code of idle)
        yield {
          text: `'${code}' is found nothing of here`,
          at: { file, range },
          hint: "remove the comment, or the code from it",
        };
  },
};
