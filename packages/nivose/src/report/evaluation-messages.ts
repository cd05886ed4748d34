/** What the verbs that evaluate have to say: about settings, about what fails, and in the interpreter. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";
import { withoutColours } from "./terminal-text.ts";

export const evaluationMessageDefinitions = {
  "invalid-number": {
    kind: "mistake",
    title: "A value that is not a number",
    explain: "This flag takes a number that is not less than nothing. 0 is no limit; `2K` is 2048, as in Nix.",
    text: (flag: string, value: string, unit: string) => `'${flag}' needs a number of ${unit}, not '${value}'`,
  },
  "invalid-setting": {
    kind: "mistake",
    title: "A setting of Nix with a value that it does not take",
    explain:
      "Each setting of Nix is a flag, too. Behind `--option` Nix ignores a value that makes no sense, with a warning; in the " +
      "form of a flag, in `nix.conf` and in `NIX_CONFIG` it is refused.",
    text: (flag: string, value: string, origin?: string) =>
      `'${flag}'${origin === undefined ? "" : ` in '${origin}'`} does not take '${value}'`,
  },
  "nix-conf-line": {
    kind: "mistake",
    title: "A line of nix.conf that is no setting",
    explain:
      "A line of `nix.conf` or `NIX_CONFIG` is `name = value`, `include FILE`, `!include FILE` or a comment behind `#`. Nix " +
      "refuses anything else. Files that include each other without an end are told of here, too.",
    text: (line: string, origin: string) => `syntax error in configuration line '${line}' in '${origin}'`,
  },
  "nix-conf-include": {
    kind: "mistake",
    title: "A file that nix.conf includes and that does not exist",
    explain: "`include` wants its file to be there. `!include` reads it only if it is.",
    text: (file: string, origin: string) => `file '${file}' included from '${origin}' not found`,
  },
  "unknown-repl-command": {
    kind: "mistake",
    title: "A command that the interpreter does not know",
    explain: "A line that starts with a colon is a command to the interpreter. `:?` lists them.",
    text: (command: string, _nearest?: string) => `unknown command '${command}'`,
    hint: (_command: string, nearest?: string) =>
      nearest === undefined ? "':?' lists the commands" : `did you mean '${nearest}'?`,
  },
  "invalid-repl-argument": {
    kind: "mistake",
    title: "An argument that a command of the interpreter does not take",
    explain:
      "`:te` takes `on` or `off`, for which Nix writes `true` and `false`; alone it changes from one to the other.",
    text: (command: string, argument: string) => `'${command}' takes on or off, not '${argument}'`,
  },
  "unsupported-repl-command": {
    kind: "limit",
    title: "A command of nix repl that Nivose does not have",
    explain:
      "`nivose repl` evaluates. What builds, installs, opens an editor or loads a flake is left to Nix, or comes later.",
    text: (command: string) => `the command '${command}' of nix repl is not supported`,
  },
  "evaluation-interrupted": {
    kind: "mistake",
    title: "An evaluation that was interrupted",
    explain: "Ctrl-C has ended the evaluation. All names are still there.",
    text: () => "interrupted by the user",
  },
  "no-other-store": {
    kind: "limit",
    title: "Another store than the usual one",
    explain:
      "Nix can evaluate for another store, or keep derivations elsewhere than what is built. Nivose writes nothing to a " +
      "store and computes the paths of the usual one, `/nix/store`, so such a flag could only mislead.",
    text: (flag: string, store: string) => `'${flag} ${store}' is not supported: paths are those of /nix/store`,
    hint: () => "leave the flag out",
  },
  "evaluation-failed": {
    kind: "mistake",
    title: "An expression that cannot be evaluated",
    explain:
      "The expression, or something that it needs, fails when it is evaluated. The text is the one that Nix gives. If it is " +
      "known what that means, a message above it says so in plain words, with a code of its own. Below it stand the place in " +
      "the source and what asked for it, the nearest first; `--show-trace` shows all of that.",
    text: (text: string) => withoutColours(text),
  },
  "evaluation-limit": {
    kind: "limit",
    title: "Something that nivose does not evaluate",
    explain:
      "Nix can evaluate this and nivose cannot: it needs a network, a fetcher that is not there yet for what is on this " +
      "machine, an installed Nix, or an experimental feature that is not supported. The text says which.",
    text: (text: string) => text,
  },
  "not-two-derivations": {
    kind: "mistake",
    title: "A comparison without two sides",
    explain:
      "A comparison needs two things: two files or expressions, or one of them with `-A` for each side. With two files and " +
      "one `-A`, the same part of both is compared.",
    text: (files: number, parts: number) =>
      `${files === 1 ? "one file or expression" : `${files} files or expressions`} with ${parts} -A are not two sides to compare`,
    hint: () => "name two files, or one and two -A",
  },
  "not-derivations-as-json": {
    kind: "mistake",
    title: "A file that does not hold derivations",
    explain:
      "A file whose name ends in `.json` is expected to hold what `nivose derivation show -r` or `nix derivation show -r` has " +
      "printed: an object of derivations by their paths.",
    text: (path: string, reason: string) => `'${path}' does not hold derivations as JSON: ${reason}`,
  },
} satisfies MessageDefinitions;

export const evaluationMessages = messageBuilders(evaluationMessageDefinitions);
