/** What explanations have to say about a question. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";

export const explainMessageDefinitions = {
  "option-not-named": {
    kind: "mistake",
    title: "A host of which no option is named",
    explain:
      "`nivose why` explains an option. `nivose options` finds them, and `nivose show HOST` tells of the host itself.",
    text: (host: string) => `'${host}' is a host, and the option is not named`,
    hint: (host: string) => `'nivose why ${host} OPTION' explains one, 'nivose show ${host}' tells of the host`,
  },
  "unknown-option": {
    kind: "mistake",
    title: "An option that the host does not declare",
    explain:
      "Every option is declared by a module. This one is declared by none that the host imports, and lies in none that is: " +
      "perhaps it is spelled differently, the module is not imported, or it is an option of another kind of host. Options " +
      "of Home Manager stand below `home-manager.users.NAME` where Home Manager is a part of the system.",
    text: (option: string, host: string, _suggestions: readonly string[], _homePath?: string) =>
      `${host} has no option '${option}'`,
    hint: (_option: string, _host: string, suggestions: readonly string[], homePath?: string) => {
      if (homePath !== undefined) return `this is an option of Home Manager: '${homePath}'`;
      return suggestions.length === 0
        ? undefined
        : `did you mean ${suggestions.map((name) => `'${name}'`).join(" or ")}?`;
    },
  },
  "unknown-node": {
    kind: "mistake",
    title: "Something that is not in the graph",
    explain:
      "`--from` and `--to` take what the graph shows: a file, relative to the repository, a host, an input as it is written. The end of a " +
      "name is enough if no other ends like it.",
    text: (name: string, _suggestions: readonly string[]) => `there is no '${name}' in this graph`,
    hint: (_name: string, suggestions: readonly string[]) =>
      suggestions.length === 0 ? undefined : `did you mean ${suggestions.map((name) => `'${name}'`).join(" or ")}?`,
  },
  "no-way": {
    kind: "mistake",
    title: "No way from one to the other",
    explain:
      "Both are there, and the first does not lead to the other. `nivose graph modules` goes by the paths that files name; a module " +
      "that is found in another way, such as by a function of an input, is only seen by `nivose graph hosts`.",
    text: (from: string, to: string) => `no way leads from '${from}' to '${to}'`,
    hint: (from: string, to: string) =>
      `'--to ${to}' alone shows what leads there, '--from ${from}' alone what is reached`,
  },
  "unknown-file": {
    kind: "mistake",
    title: "A file that no option of the host makes",
    explain:
      "Files in `/etc`, units, secrets and files in people's homes are made by options, and so are those that " +
      "`systemd-tmpfiles` makes. This one is not: it is part of a package, a program writes it while it runs, or it is " +
      "spelled differently. A file in a home is asked for by its whole path, or with `~` where the host is a home itself.",
    text: (file: string, host: string, _suggestions: readonly string[]) => `no option of ${host} makes '${file}'`,
    hint: (_file: string, _host: string, suggestions: readonly string[]) =>
      suggestions.length === 0 ? undefined : `did you mean ${suggestions.map((name) => `'${name}'`).join(" or ")}?`,
  },
  "no-such-option": {
    kind: "mistake",
    title: "A search that finds no option",
    explain:
      "Every word has to be in the name of an option or in its description, as a part, or as letters in their order. Fewer " +
      "or shorter words find more.",
    text: (query: string) => `no option fits '${query}'`,
  },
  "options-on-paper": {
    kind: "limit",
    title: "Options that are known without evaluating a host",
    explain:
      "No host of the fleet can be evaluated here, most often because inputs are not on this machine. So the options that " +
      "NixOS, Home Manager and nix-darwin themselves declare are searched, from a list that comes with nivose: not those of " +
      "the fleet's own modules and of other inputs, and nothing of what sets them.",
    text: (release: string, reason: string) =>
      `these are the options of release ${release}, and not of the fleet: ${reason}`,
    hint: () => "nivose show tells what keeps the hosts from being evaluated",
  },
  "not-an-option": {
    kind: "mistake",
    title: "A path with options below it",
    explain:
      "Nothing is declared at the path itself; it is the common beginning of several options. Ask for one of those.",
    text: (path: string, host: string, options: readonly string[]) =>
      `'${path}' is no option of ${host}, but ${options.length} of them are below it`,
    hint: (_path: string, _host: string, options: readonly string[]) =>
      options.length === 0 ? undefined : `such as ${options.slice(0, 5).join(", ")}`,
  },
  "no-option-path": {
    kind: "mistake",
    title: "A path without a name",
    explain: "An option is asked for by its names with dots between them: `services.openssh.enable`.",
    text: (text: string) => `'${text}' names no option`,
  },
  "host-without-options": {
    kind: "mistake",
    title: "A host that tells nothing of its options",
    explain:
      "A configuration made by `nixosSystem`, `darwinSystem` or `homeManagerConfiguration` has an attribute `options`. The " +
      "flake puts something else in its place, so nothing is known of where values come from.",
    text: (host: string) => `${host} has no attribute 'options'`,
  },
} satisfies MessageDefinitions;

export const explainMessages = messageBuilders(explainMessageDefinitions);
