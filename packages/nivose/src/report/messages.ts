/** What the tool itself has to say: about a command line, and about the files that it names. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";
import { withoutColours } from "./terminal-text.ts";

export const toolMessageDefinitions = {
  "unknown-verb": {
    kind: "mistake",
    title: "A verb that nivose does not have",
    explain: "The first word of a command says what to do. `nivose --help` lists the verbs.",
    text: (name: string, _group: string, _nearest?: string) => `there is no verb '${name}'`,
    hint: (_name: string, group: string, nearest?: string) => seeHelp(group, nearest),
  },
  "missing-verb": {
    kind: "mistake",
    title: "A group of verbs without the verb",
    explain: "This word stands for several verbs, and one of them has to follow it. Its `--help` lists them.",
    text: (path: string) => `'${path}' is not complete: a verb has to follow`,
    hint: (path: string) => seeHelp(path),
  },
  "unknown-flag": {
    kind: "mistake",
    title: "A flag that the verb does not have",
    explain:
      "Flags belong to verbs and come behind them; only `--help`, `--version` and `--color` may come first. An argument " +
      "that starts with a dash and is no flag, such as the name of a file, comes behind `--`: `nivose parse -- -odd.nix`.",
    text: (flag: string, command: string, _nearest?: string) => `'${command}' has no flag '${flag}'`,
    hint: (_flag: string, command: string, nearest?: string) => seeHelp(command, nearest),
  },
  "missing-flag-value": {
    kind: "mistake",
    title: "A flag without its value",
    explain:
      "This flag needs a value: the word behind it, or behind a `=`. Where the value starts with a dash, use the `=`. " +
      "`--arg`, `--argstr` and `--option` need two words behind them, a name and a value.",
    text: (flag: string, _command: string) => `'${flag}' needs a value`,
    hint: (_flag: string, command: string) => seeHelp(command),
  },
  "invalid-flag-value": {
    kind: "mistake",
    title: "A value that the flag does not take",
    explain: "This flag takes one of a few values, which `--help` lists.",
    text: (flag: string, value: string, allowed: readonly string[], _command: string, _nearest?: string) =>
      `'${flag}' does not take '${value}', only ${alternatives(allowed)}`,
    hint: (_flag: string, _value: string, _allowed: readonly string[], command: string, nearest?: string) =>
      seeHelp(command, nearest),
  },
  "repeated-flag": {
    kind: "mistake",
    title: "A flag that is given twice",
    explain: "This flag is given more than once, and it is not clear which one counts. Leave one of them out.",
    text: (flag: string, _command: string) => `'${flag}' is given more than once`,
    hint: (_flag: string, command: string) => seeHelp(command),
  },
  "missing-argument": {
    kind: "mistake",
    title: "An argument is missing",
    explain: "The verb needs to know what to work on. Its `--help` shows examples.",
    text: (placeholder: string, command: string) => `'${command}' needs ${placeholder}`,
    hint: (_placeholder: string, command: string) => seeHelp(command),
  },
  "unexpected-argument": {
    kind: "mistake",
    title: "An argument too many",
    explain: "The verb takes fewer arguments than there are. Quote an argument that has blanks in it.",
    text: (argument: string, command: string) => `'${command}' takes no further argument '${argument}'`,
    hint: (_argument: string, command: string) => seeHelp(command),
  },
  "unknown-argument": {
    kind: "mistake",
    title: "An argument that is none of those that the verb knows",
    explain: "The verb takes one of a few words here, which its `--help` lists.",
    text: (argument: string, command: string, allowed: readonly string[], _nearest?: string) =>
      `'${command}' does not know '${argument}', only ${alternatives(allowed)}`,
    hint: (_argument: string, command: string, _allowed: readonly string[], nearest?: string) =>
      seeHelp(command, nearest),
  },
  "unknown-message-code": {
    kind: "mistake",
    title: "A code that no message has",
    explain: "Every message ends with its code in brackets. `nivose explain` alone lists all of them.",
    text: (code: string, _nearest?: string) => `no message has the code '${code}'`,
    hint: (_code: string, nearest?: string) => didYouMean(nearest, "'nivose explain' lists all of them"),
  },
  "unknown-experimental-feature": {
    kind: "mistake",
    title: "An experimental feature that Nix does not have",
    explain:
      "Nix only warns about such a name, and then goes on without the feature, which shows up later as an error somewhere " +
      "else. The names are those of Nix 2.26.",
    text: (feature: string, _nearest?: string) => `Nix has no experimental feature '${feature}'`,
    hint: (_feature: string, nearest?: string) => didYouMean(nearest),
  },
  "no-working-folder": {
    kind: "mistake",
    title: "A working folder that does not exist any more",
    explain: "The folder in which the command was started has been deleted, so that no path can be relative to it.",
    text: () => "the working folder does not exist any more",
    hint: () => "change to another folder",
  },
  "file-not-found": {
    kind: "mistake",
    title: "A file that does not exist",
    explain: "There is nothing under this name. Names are relative to the folder in which the command runs.",
    text: (path: string) => `'${path}' does not exist`,
  },
  "not-a-directory": {
    kind: "mistake",
    title: "A file where a folder is needed",
    explain: "A part of the path that has something below it is a file, so nothing can be below it.",
    text: (path: string) => `'${path}' leads through a file as if it were a folder`,
  },
  "file-not-readable": {
    kind: "mistake",
    title: "A file that cannot be read",
    explain: "The file exists, and the system refuses to read it. `ls -l` shows who may.",
    text: (path: string, reason: string) => `'${path}' cannot be read: ${reason}`,
  },
  "no-nix-files": {
    kind: "mistake",
    title: "A folder without Nix files",
    explain:
      "There is no file below the folder whose name ends in `.nix`, or Git ignores them all. Files that are named " +
      "themselves are read whatever they are called.",
    text: (path: string) => `there are no Nix files below '${path}'`,
  },
  "output-not-writable": {
    kind: "mistake",
    title: "The output cannot be written",
    explain: "What the command prints could not be written to where it was sent, for example because a disk is full.",
    text: (reason: string) => `the output cannot be written: ${reason}`,
  },
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
      "The expression, or something that it needs, fails when it is evaluated. The text is the one that Nix gives. Below it " +
      "stand the place in the source and what asked for it, the nearest first; `--show-trace` shows all of that.",
    text: (text: string) => withoutColours(text),
  },
  "evaluation-limit": {
    kind: "limit",
    title: "Something that nivose does not evaluate",
    explain:
      "Nix can evaluate this and nivose cannot: it needs a fetcher (`fetchGit`, `fetchTree`, `fetchTarball` and others are " +
      "not there yet, for what is on this machine neither), an installed Nix, or an experimental feature that is not " +
      "supported. The text says which.",
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
  "no-flake-here": {
    kind: "mistake",
    title: "A folder without a flake",
    explain:
      "A fleet is a repository with one flake or more. There is no `flake.nix` in this one, or none that Git knows.",
    text: (folder: string) => `there is no flake in ${folder}`,
    hint: () => "name the repository with '--flake FOLDER'; 'nivose init' writes a new one",
  },
  "unknown-host": {
    kind: "mistake",
    title: "A host that the fleet does not have",
    explain: "Hosts are the configurations of the flakes of a repository. `nivose show` lists them.",
    text: (name: string, _nearest?: string) => `the fleet has no host '${name}'`,
    hint: (_name: string, near?: string) => didYouMean(near, "'nivose show' lists the hosts"),
  },
  "host-broken": {
    kind: "mistake",
    title: "A host that cannot be evaluated",
    explain:
      "The other hosts are shown all the same. `nivose eval FLAKE#…` tells where the error is, and `--show-trace` all that " +
      "led to it.",
    text: (name: string, reason: string, _attribute: string) => `${name} cannot be evaluated: ${reason}`,
    hint: (_name: string, _reason: string, attribute: string) => `'nivose eval ${attribute}' tells more`,
  },
  "host-out-of-reach": {
    kind: "limit",
    title: "A host that needs something that is not here",
    explain:
      "To evaluate the host, an input of its flake is needed that is not on this machine, or something that nivose does not " +
      "support. An input can be given with `--override-input NAME FOLDER`; what Nix has fetched before is found in its store.",
    text: (name: string, reason: string, _attribute: string) => `${name} cannot be evaluated here: ${reason}`,
    hint: () => "give the input with '--override-input NAME FOLDER'",
  },
  "lock-elsewhere": {
    kind: "mistake",
    title: "A lock file that cannot be written",
    explain:
      "A lock file belongs beside `flake.nix`. The flake that was named is a commit, or is not on this machine, so there " +
      "is no file to write.",
    text: (flake: string) => `the lock file of '${flake}' is not here, and cannot be written`,
    hint: () => "name the folder of the flake",
  },
  "output-broken": {
    kind: "mistake",
    title: "An output of a flake that cannot be evaluated",
    explain:
      "The other outputs are shown all the same. `nivose eval FLAKE#OUTPUT` tells where the error is, and `--show-trace` " +
      "all that led to it.",
    text: (output: string, reason: string) => `the output '${output}' is broken: ${reason}`,
    hint: (output: string) => `'nivose eval .#${output}' tells more`,
  },
  "flag-without-input": {
    kind: "mistake",
    title: "A flag that says something about an input that is not read",
    explain: "`--stdin-filepath` gives a name to what is read from standard input, and files are named here instead.",
    text: (flag: string) => `'${flag}' is only for standard input, and files are given`,
    hint: (flag: string) => `leave out '${flag}', or the files`,
  },
  "input-and-files": {
    kind: "mistake",
    title: "Standard input together with files",
    explain:
      "What is formatted from standard input goes to standard output, and files are rewritten in place. One command does " +
      "one or the other.",
    text: () => "standard input and files cannot be formatted together",
    hint: () => "leave out '-', or the files",
  },
  "flag-needs-flag": {
    kind: "mistake",
    title: "A flag that means something only together with another",
    explain:
      "When `nivose fmt` formats standard input, the formatted text is its output, so `--json` has no place there; it " +
      "tells what `--check` finds.",
    text: (flag: string, other: string) => `'${flag}' is only for '${other}' here`,
    hint: (_flag: string, other: string) => `add '${other}'`,
  },
  "unexpected-error": {
    kind: "bug",
    title: "A bug in nivose",
    explain:
      "Something happened that nivose itself did not expect. It is not your mistake, whatever is in your files. What is " +
      "printed with it (the versions, the command and the stack) is what is needed to find the cause; words of the " +
      "command that look like secrets are left out of it.",
    text: (error: string) => error,
  },
} satisfies MessageDefinitions;

export const toolMessages = messageBuilders(toolMessageDefinitions);

function seeHelp(command: string, nearest?: string): string {
  const help = `'${command} --help'`;
  return nearest === undefined ? `see ${help}` : `did you mean '${nearest}'? See ${help}`;
}

function didYouMean(nearest: string | undefined, otherwise?: string): string | undefined {
  return nearest === undefined ? otherwise : `did you mean '${nearest}'?`;
}

function alternatives(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
