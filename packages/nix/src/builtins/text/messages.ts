/** What can be wrong with the texts that builtins read. Each text is Nix's, byte for byte where it quotes one. */

import { messageBuilders, type Message, type MessageDefinitions } from "../../message.ts";

/** The symbol for NUL, U+2400, in UTF-8. */
const NULL_SYMBOL = "\u00E2\u0090\u0080";

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
  "invalid-json": {
    kind: "mistake",
    title: "A text that is no JSON",
    explain:
      "`builtins.fromJSON` reads JSON strictly: no comments, no comma behind the last element, names in double quotes, and " +
      "UTF-8 throughout. An integer must fit into 64 bits with a sign. The message tells the line and column *within the " +
      "JSON* where the reader stopped, and the last thing it read.",
    example: { bad: 'builtins.fromJSON "[1,]"\n', good: 'builtins.fromJSON "[1]"\n' },
    text: (problem: string) => problem,
  },
  "json-not-utf8": {
    kind: "mistake",
    title: "A string that JSON cannot hold",
    explain:
      "Strings of Nix are bytes, strings of JSON are Unicode. One that is not UTF-8, such as a binary file that was read " +
      "with `builtins.readFile`, cannot be turned into JSON.",
    text: (problem: string) => `JSON serialization error: [json.exception.type_error.316] ${problem}`,
  },
  "invalid-toml": {
    kind: "mistake",
    title: "A text that is no TOML",
    explain:
      "`builtins.fromTOML` reads TOML 1.0. The message shows the lines of the TOML in question, and there may be several " +
      "problems in a row; the first is the one to mend. Dates and times cannot be values of Nix: write them in quotes, or " +
      "enable the experimental feature `parse-toml-timestamps`.",
    example: { bad: 'builtins.fromTOML "a = yes"\n', good: 'builtins.fromTOML "a = true"\n' },
    text: (problem: string) => `while parsing TOML: ${problem}`,
  },
  "toml-nesting": {
    kind: "limit",
    title: "TOML that is nested too deeply",
    explain:
      "Nivose reads arrays and inline tables of TOML up to a depth that no document written by people comes near.",
    text: (limit: number) => `while parsing TOML: arrays and inline tables are nested more than ${limit} levels deep`,
  },
  "null-bytes": {
    kind: "mistake",
    title: "A text with NUL bytes",
    explain: "No string of Nix can hold the byte 0, so nothing that Nix reads may contain it, not even as an escape.",
    example: { bad: `builtins.fromJSON ''"a\\u0000b"''\n`, good: `builtins.fromJSON ''"a\\u0020b"''\n` },
    text: (bytes: string) =>
      `input string '${bytes.replaceAll("\0", NULL_SYMBOL)}' cannot be represented as Nix string because it contains null bytes`,
  },
} satisfies MessageDefinitions;

export const textMessages = messageBuilders(textMessageDefinitions);

/** The message that applies to a string that holds NUL bytes. */
export function nullBytes(bytes: string): Message | undefined {
  return bytes.includes("\0") ? textMessages["null-bytes"](bytes) : undefined;
}
