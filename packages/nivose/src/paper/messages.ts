/** What there is to say where paper does not know, or knows less than nixpkgs. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";

const FETCH = "'nivose fetch' brings the inputs, and with them the answer";

export const paperMessageDefinitions = {
  "unknown-on-paper": {
    kind: "limit",
    title: "Something that paper does not know",
    explain:
      "Inputs of the flake were taken from paper, which has the options of nixpkgs and the names of its packages, and nothing " +
      "else of it. What was asked for depends on something else: a value that modules of nixpkgs compute, the version of a " +
      "package, an output of an input that nobody stands for. That is no mistake of the configuration; see `docs/paper.md`.",
    text: (what: string) => `unknown on paper: ${what}`,
    hint: (_what: string) => FETCH,
  },
  "unknown-option-on-paper": {
    kind: "mistake",
    title: "An option that the host does not declare on paper",
    explain:
      "Inputs of the flake were taken from paper, which declares all options of the release that the flake is locked to. None " +
      "of them is this one, and no module of the fleet declares it.",
    text: (option: string, host: string, _suggestions: readonly string[], _homePath?: string) =>
      `${host} has no option '${option}' (class paper)`,
    hint: (_option: string, _host: string, suggestions: readonly string[], homePath?: string) =>
      homePath === undefined ? didYouMean(suggestions) : `this is an option of Home Manager: '${homePath}'`,
  },
  "option-not-on-paper": {
    kind: "limit",
    title: "An option of which paper does not know whether it exists",
    explain:
      "Inputs of the flake were taken from paper, and no module there declares the option. But the host imports a module of " +
      "an input of which nothing is known, or the flake is locked to another release than that whose options paper has: the " +
      "option may exist all the same. `nivose paper update` makes paper of another release.",
    text: (option: string, host: string, reason: string, _suggestions: readonly string[]) =>
      `unknown on paper: whether ${host} has an option '${option}', because ${reason}`,
    hint: (_option: string, _host: string, _reason: string, suggestions: readonly string[]) =>
      didYouMean(suggestions) ?? FETCH,
  },
  "paper-and-real": {
    kind: "mistake",
    title: "All from paper, and nothing from paper",
    explain:
      "`--paper` takes every input from paper, and `--real` none. Without either, those are taken from paper that are not on " +
      "this machine.",
    text: () => "'--paper' and '--real' cannot be used together",
  },
} as const satisfies MessageDefinitions;

export const paperMessages = messageBuilders(paperMessageDefinitions);

function didYouMean(suggestions: readonly string[]): string | undefined {
  return suggestions.length === 0 ? undefined : `did you mean ${suggestions.map((name) => `'${name}'`).join(" or ")}?`;
}
