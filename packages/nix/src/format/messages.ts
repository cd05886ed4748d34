/** Why a file that is sound can still not be formatted. */

import { messageBuilders, type MessageDefinitions } from "../message.ts";

export const formatMessageDefinitions = {
  "format-nesting-too-deep": {
    kind: "limit",
    title: "Nested too deeply to be formatted",
    explain:
      "The formatter follows brackets, functions and operators inside of each other to a certain depth, which is far " +
      "beyond what anybody writes by hand. A file that goes deeper was probably made by a program; leave it as it is, " +
      "or give parts of it names with `let`.",
    text: (depth: number) => `nested deeper than ${depth} levels, which is too deep to be formatted`,
  },
  "format-too-involved": {
    kind: "limit",
    title: "Too many ways to break the lines",
    explain:
      "Where an expression does not fit into a line, the formatter tries which part of it to break. Calls inside of " +
      "calls inside of calls can be written so that the number of these tries doubles at every level; then the " +
      "formatter gives up. Such a file was probably made by a program; leave it as it is.",
    text: () => "there are too many ways to break the lines of this file",
  },
  "format-null-byte": {
    kind: "limit",
    title: "A file that goes on behind a NUL byte",
    explain:
      "Nix takes a NUL byte for the end of the file. What follows it would be lost, so such a file is not formatted.",
    text: () => "the file goes on behind a NUL byte, where Nix stops to read",
  },
} as const satisfies MessageDefinitions;

export const formatMessages = messageBuilders(formatMessageDefinitions);
