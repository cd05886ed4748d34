/** What can be wrong with the texts that builtins read. Each text is Nix's, byte for byte where it quotes one. */

import { messageBuilders, type MessageDefinitions } from "../../message.ts";

export const textMessageDefinitions = {
  "invalid-regex": {
    kind: "mistake",
    title: "A pattern that is no regular expression",
    explain:
      "`builtins.match` and `builtins.split` take POSIX extended regular expressions. There is no `\\d`, `\\s` or `\\w` (write " +
      "`[0-9]`, `[[:space:]]`, `[[:alnum:]_]`), no `(?:…)` and no lazy `*?`; a backslash may stand only before one of " +
      "`.[\\()*+?{|^$`, and inside of `[…]` it is an ordinary character.",
    example: { bad: 'builtins.match "\\\\d+" "42"\n', good: 'builtins.match "[0-9]+" "42"\n' },
    text: (pattern: string) => `invalid regular expression '${pattern}'`,
  },
  "regex-too-large": {
    kind: "mistake",
    title: "A regular expression that is too large",
    explain:
      "Nix gives up a regular expression that needs more than 100,000 states. Repetitions with large bounds are the usual " +
      "cause: each time costs the states of what is repeated.",
    example: { bad: 'builtins.match "a{200000}" "a"\n', good: 'builtins.match "a+" "a"\n' },
    text: (pattern: string) => `memory limit exceeded by regular expression '${pattern}'`,
  },
} satisfies MessageDefinitions;

export const textMessages = messageBuilders(textMessageDefinitions);
