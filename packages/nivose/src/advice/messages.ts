/** What failed evaluations mean, in plain words. Nix's own words are shown below them. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";
import { alternatives, didYouMean } from "./names.ts";

export const adviceMessageDefinitions = {
  "option-not-declared": {
    kind: "mistake",
    title: "An option that no module declares",
    explain:
      "A module gives a value to an option that none of the modules declares which are part of this host. Either its name " +
      "is spelled differently, or the module that declares it is not imported, or it is an option of another kind: Home " +
      "Manager's options belong below `home-manager.users.NAME`, or into a module that Home Manager imports, those of " +
      "nix-darwin to Macs. The names that are suggested are those that this host really has; that another kind of host " +
      "has the option is taken from lists of NixOS, Home Manager and nix-darwin 24.11.",
    text: (option: string, _hint: string | undefined) => `there is no option '${option}'`,
    hint: (_option: string, hint: string | undefined) => hint,
  },
  "option-wrong-type": {
    kind: "mistake",
    title: "An option with a value of another type than it takes",
    explain:
      "Every option says what its values are, and this one has another. Numbers and `true` have no quotes, a list has " +
      "brackets even around a single element, a package is `pkgs.NAME`. `nivose why HOST OPTION` shows the type and where the " +
      "option is declared.",
    text: (subject: string, type: string, value: string | undefined, _hint: string | undefined) =>
      `${subject} takes ${withArticle(type)}${value === undefined ? "" : `, not ${value}`}`,
    hint: (_subject: string, _type: string, _value: string | undefined, hint: string | undefined) => hint,
  },
  "option-conflict": {
    kind: "mistake",
    title: "An option that is given values that contradict each other",
    explain:
      "Several modules define the option, with the same priority and with different values, and its type cannot merge " +
      "them. Leave one of them, or give it another priority: `lib.mkForce` wins over what has none, `lib.mkDefault` gives " +
      "way to it. `nivose why HOST OPTION` shows all definitions with their priorities.",
    text: (option: string, count: number) =>
      `'${option}' is given ${count === 2 ? "two values that contradict each other" : `values that contradict each other, in ${count} files`}`,
    hint: () => "leave one of them, or say which one wins",
  },
  "option-set-twice": {
    kind: "mistake",
    title: "An option that may be set once, and is set more often",
    explain:
      "The option is read-only, or its type expects a single definition. Its value usually comes from the module that " +
      "declares it, and what it is computed from can be changed instead.",
    text: (option: string) => `'${option}' may be set once, and is set more than once`,
    hint: () => "leave one of the definitions",
  },
  "option-without-value": {
    kind: "mistake",
    title: "An option that is used and has no value",
    explain:
      "The option has no default, and no module gives it a value, or all that do are switched off by a condition. Set it, or " +
      "give it a default where it is declared.",
    text: (option: string) => `'${option}' is used, and nothing gives it a value`,
    hint: () => "set it, or give it a 'default' where it is declared",
  },
  "module-mixed": {
    kind: "mistake",
    title: "A module that has options beside `config` or `options`",
    explain:
      "A module is either just settings, or it has `imports`, `options` and `config`. As soon as it has one of the last two, " +
      "all of its settings belong into `config`.",
    text: (name: string) => `'${name}' stands beside 'options' or 'config', and belongs into 'config'`,
    hint: () => "put all settings of this module into 'config'",
  },
  "module-argument": {
    kind: "mistake",
    title: "A module that asks for an argument that it does not get",
    explain:
      "Modules get `config`, `options`, `lib`, `pkgs`, `modulesPath`, and what is passed to all of them: `specialArgs` of " +
      "`nixosSystem` or `darwinSystem`, `extraSpecialArgs` of Home Manager, or `_module.args` of a module. Inputs of a flake " +
      "are not among them by themselves.",
    text: (argument: string, _near: readonly string[]) =>
      `the module asks for an argument '${argument}' that modules do not get`,
    hint: (argument: string, near: readonly string[]) =>
      didYouMean(near) ?? `pass '${argument}' to all modules where the host is made`,
  },
  "module-without-dots": {
    kind: "mistake",
    title: "A module whose arguments do not end in three dots",
    explain:
      "All modules get all arguments, so the function that a module is has to accept more than it names: `{ pkgs, ... }:`.",
    text: (argument: string) => `the module does not accept all arguments: '${argument}' is one that it does not name`,
    hint: () => "end its arguments with '...'",
  },
  "function-arguments": {
    kind: "mistake",
    title: "A function that is called with other arguments than it takes",
    explain:
      "A function that takes a set with certain names is called with a set that lacks one of them, or has one more. A name is " +
      "optional if it has a default (`x ? 1`), and further ones are accepted after three dots.",
    text: (isMissing: boolean, argument: string, name: string | undefined, _near: readonly string[]) =>
      `${name === undefined ? "the function" : `'${name}'`} ${isMissing ? "needs an argument" : "takes no argument"} '${argument}'${isMissing ? ", which it is not given" : ""}`,
    hint: (isMissing: boolean, argument: string, _name: string | undefined, near: readonly string[]) =>
      didYouMean(near) ??
      (isMissing
        ? `pass '${argument}', or give it a default`
        : `leave out '${argument}', or end the arguments with '...'`),
  },
  "flake-input": {
    kind: "mistake",
    title: "A flake that does not have the input it uses, or does not name one that it has",
    explain:
      "`outputs` is called with all inputs of the flake by their names. An input that it uses has to be declared in `inputs`, " +
      "and an input that is declared has to be an argument of `outputs`, or be accepted by `...`.",
    text: (name: string, isDeclared: boolean, _near: readonly string[]) =>
      isDeclared
        ? `the flake has an input '${name}', and 'outputs' does not accept it`
        : `the flake has no input '${name}'`,
    hint: (name: string, isDeclared: boolean, near: readonly string[]) =>
      isDeclared ? `name '${name}' in the arguments of 'outputs', or end them with '...'` : didYouMean(near),
  },
  "input-not-here": {
    kind: "limit",
    title: "An input of a flake that is not on this machine",
    explain:
      "Evaluating uses no network. An input is looked for in the Nix store and in the cache of sources, and `nivose fetch` or " +
      "`nivose lock` gets it there. A folder can stand in for it with `--override-input`. An input without an `url` is looked for " +
      "by its name in the registries.",
    text: (input: string, state: string) => `the input '${input}' ${state}`,
  },
  "package-not-found": {
    kind: "mistake",
    title: "A package that is not there",
    explain:
      "The set of packages has no attribute of this name, in the release of nixpkgs that the flake is locked to. It may be " +
      "spelled differently, be part of a set of its own (`python3Packages`), or belong to a newer release. The names that are " +
      "suggested are those that there are.",
    text: (name: string, set: string, _near: readonly string[]) => `there is no package '${name}' in '${set}'`,
    hint: (_name: string, _set: string, near: readonly string[]) =>
      didYouMean(near) ?? "look for its name at https://search.nixos.org/packages",
  },
  "home-without-account": {
    kind: "mistake",
    title: "A home for somebody who has no account",
    explain:
      "As a part of a host, Home Manager takes the name and the folder of a home from `users.users.NAME`. The host declares no " +
      "such account. On a Mac, `users.users.NAME.home` has to be set.",
    text: (name: string) => `there is a home for '${name}', and no account 'users.users.${name}'`,
    hint: (_name: string) => "declare the account, or give the home the name of one that there is",
  },
  "attribute-not-found": {
    kind: "mistake",
    title: "A name that a set does not have",
    explain:
      "What stands before the dot is a set, and it has no attribute of the name behind it. The names that are suggested are " +
      "those that there are. `x.y or z` gives `z` where there is no `y`.",
    text: (name: string, set: string, _near: readonly string[], _some: readonly string[]) =>
      `'${set}' has no '${name}'`,
    hint: (_name: string, _set: string, near: readonly string[], some: readonly string[]) =>
      didYouMean(near) ?? (some.length === 0 ? undefined : `it has ${some.join(", ")}`),
  },
  "name-not-found": {
    kind: "mistake",
    title: "A name that nothing defines, not even a `with`",
    explain:
      "The name is neither an argument nor defined by a `let`, and none of the sets of the `with`s around it has it.",
    text: (name: string, _near: readonly string[]) => `nothing here defines '${name}'`,
    hint: (_name: string, near: readonly string[]) => didYouMean(near),
  },
  "file-to-import": {
    kind: "mistake",
    title: "A file that is imported and is not there",
    explain:
      "A path is relative to the file that it is written in. A flake in a Git repository is made of the files that Git " +
      "knows; one that is new has to be added first, and need not be committed.",
    text: (file: string, isUntracked: boolean, _hint: string | undefined) =>
      isUntracked ? `Git does not know '${file}' yet, so the flake does not have it` : `there is no file '${file}'`,
    hint: (_file: string, _isUntracked: boolean, hint: string | undefined) => hint,
  },
  "assertion-failed": {
    kind: "mistake",
    title: "Settings that a module refuses",
    explain:
      "A module checks that the settings of a host make sense together, and these do not. The text is the one of the module; " +
      "below it stand the settings that it is about, as far as they can be found.",
    text: (first: string, others: number) =>
      `${first}${others === 0 ? "" : ` (and ${others} more ${others === 1 ? "check fails" : "checks fail"})`}`,
  },
  "package-refused": {
    kind: "mistake",
    title: "A package that nixpkgs refuses: unfree, insecure, broken, or for other systems",
    explain:
      "Nixpkgs evaluates packages with a licence that is not free, or with known weaknesses, only if that is allowed, and " +
      "each of them can be allowed by itself. It has to be said where the set of packages is made: in a module of the host, or " +
      "in the `config` of `import nixpkgs { … }`. Where Home Manager uses the packages of its host " +
      "(`home-manager.useGlobalPkgs`), it is a setting of the host. A package that is broken or does not support the system is better replaced.",
    text: (name: string, reason: string, _hint: string | undefined) => `'${name}' ${reason}`,
    hint: (_name: string, _reason: string, hint: string | undefined) => hint,
  },
  "recursion-imports": {
    kind: "mistake",
    title: "Imports that depend on what the imports decide",
    explain:
      "Which modules there are has to be known before `config` and `pkgs` are, because the modules define them. So `imports` " +
      "can depend on neither. Import the module always, and let `lib.mkIf` inside of it decide what it sets; or decide by " +
      "something that is passed as `specialArgs`.",
    text: (argument: string) => `'imports' depends on '${argument}', which is only known when all imports are`,
    hint: (argument: string) =>
      argument === "pkgs"
        ? "import it always and use 'lib.mkIf' inside; for lists take 'lib' instead of 'pkgs.lib', and the system from 'specialArgs'"
        : "import it always, and let 'lib.mkIf' decide inside of the imported module",
  },
  "recursion-argument": {
    kind: "mistake",
    title: "Imports that depend on an argument which is not passed as specialArgs",
    explain:
      "An argument of a module that `specialArgs` does not have is looked for in `_module.args`, which modules define. So it is " +
      "known only when all imports are, and `imports` cannot depend on it. This is also what happens if nobody passes it at all.",
    text: (argument: string) => `'${argument}' decides about modules, and is not in 'specialArgs'`,
    hint: (argument: string) => `pass '${argument}' as 'specialArgs' where the host is made`,
  },
  "recursion-whole-config": {
    kind: "mistake",
    title: "A module that cannot say what it sets without knowing all settings",
    explain:
      "The module system first asks every module which options it sets, and then for their values. Where the set itself " +
      "depends on `config` or `pkgs` (by `if`, `//`, `optionalAttrs`, or a function of `pkgs.lib`), the first question cannot " +
      "be answered without the second. `lib.mkIf` and `lib.mkMerge` keep the set visible and the condition for later.",
    text: (argument: string, _hint: string | undefined) =>
      `what this module sets depends on '${argument}', which depends on what all modules set`,
    hint: (_argument: string, hint: string | undefined) => hint,
  },
  "recursion-option": {
    kind: "mistake",
    title: "An option whose value depends on itself",
    explain:
      "To know the value of the option, the value of the option is needed. If several options are involved, each place that is " +
      "shown needs the next one. A value that shall only be a suggestion is `lib.mkDefault`; a condition has to ask another option.",
    text: (option: string, through: readonly string[]) =>
      `'${option}' depends on itself${through.length === 0 ? "" : `, through ${alternativesOfAll(through)}`}`,
    hint: () => "let one of these lines depend on something else",
  },
  "recursion-packages": {
    kind: "mistake",
    title: "Settings of nixpkgs that depend on the packages they are for",
    explain:
      "`nixpkgs.config`, `nixpkgs.overlays` and the platform decide what `pkgs` is, so they cannot depend on it. `lib` is an " +
      "argument of its own, and an overlay gets the packages so far as `prev`.",
    text: (option: string) => `'${option}' depends on 'pkgs', which is made by it`,
    hint: () => "use 'lib' instead of 'pkgs.lib', and in overlays the arguments 'final' and 'prev'",
  },
  "recursion-overlay": {
    kind: "mistake",
    title: "An overlay that makes a package of itself",
    explain:
      "`final` and `pkgs` are the packages with all overlays, also with this one. What an overlay changes it takes from `prev`, " +
      "which is the packages before it.",
    text: (name: string, from: string, _previous: string) =>
      `the overlay makes '${name}' of '${from}.${name}', which is the one that it makes`,
    hint: (name: string, _from: string, previous: string) => `take '${previous}.${name}'`,
  },
  "recursion-options": {
    kind: "mistake",
    title: "Declarations that depend on settings",
    explain:
      "Which options there are has to be known before any of them has a value, so `options` cannot depend on `config`.",
    text: (argument: string) => `'options' depends on '${argument}', which is only known when all options are`,
    hint: () => "declare the options always, and let 'lib.mkIf' decide what is done with them",
  },
  recursion: {
    kind: "mistake",
    title: "A value that depends on itself",
    explain:
      "To know the value, the value itself is needed. In a `let` or a `rec` set a name means the one that is being defined, " +
      "not one further out: `let x = x; in …` never has a value.",
    text: (name: string | undefined) =>
      name === undefined ? "a value depends on itself" : `'${name}' is made of itself`,
    hint: (name: string | undefined) =>
      name === undefined
        ? "let one of its parts depend on something else"
        : `here '${name}' means the one that is being defined: give one of them another name`,
  },
} satisfies MessageDefinitions;

export const adviceMessages = messageBuilders(adviceMessageDefinitions);

/** `an integer`, `a list of strings`; what is no single noun stays as it is. */
function withArticle(type: string): string {
  if (/^(?:null|one of|Concatenated)/u.test(type)) return type;
  return /^[aeiou]/iu.test(type) ? `an ${type}` : `a ${type}`;
}

function alternativesOfAll(names: readonly string[]): string {
  return alternatives(names).replace(" or ", " and ");
}
