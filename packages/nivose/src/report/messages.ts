/** What the tool itself has to say: about a command line, and about the files that it names. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";

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
  "invalid-amount": {
    kind: "mistake",
    title: "An amount that makes no sense",
    explain: "This flag takes a number or a size within bounds.",
    text: (flag: string, value: string, wanted: string) => `'${flag}' takes ${wanted}, and not '${value}'`,
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
    text: (name: string, reason: string, _command: string) => `${name} cannot be evaluated: ${reason}`,
    hint: (_name: string, _reason: string, command: string) => `'nivose ${command}' tells more`,
  },
  "host-broken-on-paper": {
    kind: "mistake",
    title: "A host that cannot be evaluated on paper",
    explain:
      "Inputs of its flake were taken from paper, which has the options of nixpkgs and the names of its packages, and nothing " +
      "else of it. What is unknown there is not told as a mistake; see `docs/paper.md`.",
    text: (name: string, reason: string, _command: string) => `${name} cannot be evaluated (class paper): ${reason}`,
    hint: (_name: string, _reason: string, _command: string) =>
      "paper goes by the options alone; 'nivose fetch' brings the inputs, and with them the certain answer",
  },
  "host-doubted-on-paper": {
    kind: "mistake",
    title: "A host that cannot be evaluated on paper, which has another release",
    explain:
      "Inputs of its flake were taken from paper, and the options there are not those of the release that the flake is locked " +
      "to, or nobody knows which that is. An option or a package that paper does not have may exist all the same, and the " +
      "other way round. `nivose paper update` makes paper of another release.",
    text: (name: string, reason: string, _command: string) => `${name} cannot be evaluated (heuristic): ${reason}`,
    hint: (_name: string, _reason: string, _command: string) =>
      "it was found on paper, with the options of another release; 'nivose fetch' brings the inputs, and with them the certain answer",
  },
  "host-out-of-reach": {
    kind: "limit",
    title: "A host that needs something that is not here",
    explain:
      "To evaluate the host, an input of its flake is needed that is not on this machine, or something that nivose does not " +
      "support. An input can be given with `--override-input NAME FOLDER`; what Nix has fetched before is found in its store. " +
      "Where memory ends, `--max-memory SIZE` gives all hosts more, and `--workers 1` all of it to one after the other.",
    text: (name: string, reason: string, _command: string) => `${name} cannot be evaluated here: ${reason}`,
    hint: (_name: string, reason: string) =>
      reason.startsWith("unknown on paper")
        ? "'nivose fetch' brings the inputs, and with them the answer"
        : reason.startsWith("out of memory")
          ? "give it more with '--max-memory SIZE' or '--workers 1'"
          : "give the input with '--override-input NAME FOLDER'",
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
  "lock-not-committed": {
    kind: "mistake",
    title: "Another file than the lock file, which is to be committed",
    explain: "Only the lock file of the flake itself can be committed.",
    text: () => "'--commit-lock-file' and '--output-lock-file' are incompatible",
  },
  "lock-commit-failed": {
    kind: "mistake",
    title: "A lock file that is written, and could not be committed",
    explain: "`git commit` has said no: a hook of the repository, a key that is locked, or no name to commit under.",
    text: (reason: string) => `the lock file is written, but Git does not commit it: ${reason}`,
    hint: () => "commit it yourself: git commit flake.lock",
  },
  "no-folder-for-lock": {
    kind: "mistake",
    title: "A lock file that is to be written into a folder that is not there",
    explain: "`--output-lock-file` names a file in a folder that exists.",
    text: (file: string) => `there is no folder for '${file}'`,
  },
  "fetch-offline": {
    kind: "mistake",
    title: "An input that is not here, and must not be fetched",
    explain: "`--offline` forbids the network, and the source is neither in the Nix store nor in the cache of sources.",
    text: (input: string, url: string) => `the input '${input}' ('${url}') is not at hand`,
    hint: () => "leave out --offline",
  },
  "unknown-input": {
    kind: "mistake",
    title: "An input that the flake does not have",
    explain: "Inputs are named by the way to them: `nixpkgs`, or `home-manager/nixpkgs` for an input of an input.",
    text: (input: string, _nearest?: string) => `the flake has no input '${input}'`,
    hint: (_input: string, nearest?: string) => (nearest === undefined ? undefined : `did you mean '${nearest}'?`),
  },
  "no-nixpkgs": {
    kind: "mistake",
    title: "A folder that is no nixpkgs",
    explain:
      "What paper knows is read from a tree of nixpkgs: a folder with `lib`, `nixos` and `pkgs` in it, or a flake that is one, " +
      "such as `nixpkgs`. For Home Manager and nix-darwin it is their own folder, or their flake.",
    text: (folder: string, what: string) => `'${folder}' is no tree of ${what}`,
  },
  "paper-not-read": {
    kind: "mistake",
    title: "Options that could not be read",
    explain:
      "The options of NixOS, Home Manager or nix-darwin could not be evaluated from the given sources, so nothing was written. The " +
      "releases of the three have to be those of one time.",
    text: (reason: string) => `the options cannot be read: ${reason}`,
  },
  "output-broken": {
    kind: "mistake",
    title: "An output of a flake that cannot be evaluated",
    explain:
      "The other outputs are shown all the same. `nivose eval FLAKE#OUTPUT` tells where the error is, and `--show-trace` " +
      "all that led to it.",
    text: (output: string, reason: string, _flake: string) => `the output '${output}' is broken: ${reason}`,
    hint: (output: string, _reason: string, flake: string) => `'nivose eval ${flake}#${output}' tells more`,
  },
  "output-out-of-reach": {
    kind: "limit",
    title: "An output of a flake that needs something that is not here",
    explain:
      "To evaluate the output, an input of the flake is needed that is not on this machine, or something that nivose does " +
      "not support. The other outputs are shown all the same.",
    text: (output: string, reason: string, _flake: string) =>
      `the output '${output}' cannot be evaluated here: ${reason}`,
    hint: (output: string, _reason: string, flake: string) => `'nivose eval ${flake}#${output}' tells more`,
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
