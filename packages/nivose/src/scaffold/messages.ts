/** What can be said about a spec, a preset, and what is written from them. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";

export const scaffoldMessageDefinitions = {
  "unknown-preset": {
    kind: "mistake",
    title: "A preset that nivose does not have",
    explain:
      "`nivose init` writes a repository in one of a few shapes, its presets. `nivose init --help` tells of them.",
    text: (name: string, _known: string, _nearest?: string) => `there is no preset '${name}'`,
    hint: (_name: string, known: string, near?: string) =>
      near === undefined ? `the presets are ${known}` : `did you mean '${near}'?`,
  },
  "init-no-folder": {
    kind: "mistake",
    title: "A place where no folder can be",
    explain: "The new repository goes into a folder, and a file stands in its place or above it. Nothing was written.",
    text: (path: string) => `${path} is no folder`,
    hint: () => "name another folder",
  },
  "init-occupied": {
    kind: "mistake",
    title: "A folder that holds many of the files already",
    explain:
      "The new repository would have to overwrite files, which it never does. It looks as if there were one in this folder " +
      "already. Nothing was written.",
    text: (folder: string, occupied: number, all: number) =>
      `${folder} holds ${occupied} of the ${all} files already, and none is overwritten`,
    hint: () => "name an empty folder",
  },
  "init-no-home": {
    kind: "mistake",
    title: "Nowhere to keep an age key",
    explain:
      "Secrets are encrypted for the age key of whoever runs `nivose init`. There is none, and neither `$HOME` nor " +
      "`$XDG_CONFIG_HOME` says where a new one could be written; a relative path does not count. Nothing was written.",
    text: () => "there is no place for an age key: neither HOME nor XDG_CONFIG_HOME says an absolute one",
    hint: () => "set HOME, name operators in the spec, or leave secrets out with '--secrets none'",
  },
  "init-key-unreadable": {
    kind: "mistake",
    title: "A file of age keys that cannot be used",
    explain:
      "Secrets are encrypted for the age key of whoever runs `nivose init`: the one that sops uses, too, in `$SOPS_AGE_KEY`, or in " +
      "the file `$SOPS_AGE_KEY_FILE`, or in `sops/age/keys.txt` below the folder of settings (`$XDG_CONFIG_HOME`, `~/.config`, on " +
      "macOS `~/Library/Application Support`). It is there, but no key could be read from it. Nothing was written, and the file " +
      "was left as it is.",
    text: (path: string, reason: string) => `${path} holds no age key that can be used: ${reason}`,
    hint: () => "mend the file, or name operators with their age recipients in the spec",
  },
  "init-key-inside": {
    kind: "mistake",
    title: "A private key within the new repository",
    explain:
      "Whoever runs `nivose init` has no age key yet, and the place where a new one would be written is within the folder of " +
      "the new repository. There, it would sooner or later be committed. Nothing was written.",
    text: (path: string) => `the new age key, ${path}, would lie within the repository`,
    hint: () => "name another place by SOPS_AGE_KEY_FILE, or another folder for the repository",
  },
  "init-key-raced": {
    kind: "mistake",
    title: "An age key that somebody else has made at the same time",
    explain:
      "There was no age key, so `nivose init` made one; before it was written, another program wrote one in its place. That one " +
      "was left as it is, and nothing was encrypted or written.",
    text: (path: string) => `another program has just written the age key ${path}`,
    hint: () => "run the command again: it then uses that key",
  },
  "init-git-failed": {
    kind: "mistake",
    title: "Git did not do its part",
    explain:
      "The new files belong to a Git repository, and Nix reads only files that Git knows of. Git is not installed or refused: " +
      "its own message is part of this one. If it was to be told of files that were written already, they are all there, and " +
      "`git add --intent-to-add --all` in their folder does what is left.",
    text: (task: "make a repository" | "be told of the new files", reason: string) =>
      `git could not ${task}: ${reason}`,
    hint: (task: string) =>
      task === "be told of the new files"
        ? "the files are all there; 'git add --intent-to-add --all' tells Git of them, once it can be told"
        : undefined,
  },
  "spec-json": {
    kind: "mistake",
    title: "A spec that is no JSON",
    explain:
      "`nivose init --spec` reads a fleet as JSON: an object with hosts, users and so on. `nivose init PRESET --print-spec` " +
      "prints one to start from.",
    text: (reason: string) => `the spec is no JSON: ${reason}`,
    hint: () => "'nivose init PRESET --print-spec' prints a spec to start from",
  },
  "spec-unexpected": {
    kind: "mistake",
    title: "A value that does not belong there",
    explain:
      "A spec is checked before anything is written. The place is a path within it, such as `hosts[1].kind`; what is " +
      "possible there can depend on the preset.",
    text: (place: string, value: string, expected: string, _nearest?: string) =>
      `${place === "" ? "the spec" : place} is ${value}; expected ${expected}`,
    hint: (_place: string, _value: string, _expected: string, near?: string) =>
      near === undefined ? undefined : `did you mean '${near}'?`,
  },
  "spec-missing": {
    kind: "mistake",
    title: "Something that a spec has to say",
    explain: "Most of a spec can be left out. This cannot, because nothing else tells it.",
    text: (place: string, name: string) => `${place === "" ? "the spec" : place} does not say its '${name}'`,
    hint: (_place: string, name: string) => `add "${name}"`,
  },
  "spec-unknown": {
    kind: "mistake",
    title: "A name that a spec does not have",
    explain: "A name that nobody reads is most often a slip of the pen, so it is refused.",
    text: (place: string, expected: string, _nearest?: string) => `${place} means nothing here; expected ${expected}`,
    hint: (_place: string, _expected: string, near?: string) =>
      near === undefined ? undefined : `did you mean '${near}'?`,
  },
  "spec-twice": {
    kind: "mistake",
    title: "One name twice",
    explain: "Hosts, users and the like are told apart by their names.",
    text: (place: string, name: string) => `${place} says '${name}' a second time`,
    hint: () => "rename or remove one of the two",
  },
  "spec-nobody": {
    kind: "mistake",
    title: "A name of something that the spec does not have",
    explain: "Hosts name users and other hosts of the same spec.",
    text: (place: string, name: string, list: string, _nearest?: string) =>
      `${place} is '${name}', which is not among the ${list}`,
    hint: (_place: string, name: string, list: string, near?: string) =>
      near === undefined ? `add '${name}' to ${list}` : `did you mean '${near}'?`,
  },
  "spec-reserved": {
    kind: "mistake",
    title: "A namespace that is taken",
    explain:
      "The fleet's own options lie below one name, its namespace. NixOS, nix-darwin and Home Manager have options below " +
      "names such as `services` already, and words such as `let` are none.",
    text: (place: string, name: string) => `${place} is '${name}', which Nix or the options of a system use already`,
    hint: () => "choose another one, such as the name of the repository",
  },
  "spec-system-user": {
    kind: "mistake",
    title: "A person with the name of a system account",
    explain:
      "A person has an account of that name on every host. NixOS and macOS have accounts such as `root` and `sshd` for " +
      "themselves, and services have theirs: an account is a person's or the system's, not both. Who logs in as `root` by SSH " +
      "is said in the repository itself.",
    text: (place: string, name: string) => `${place} is '${name}', an account that the system or a service has itself`,
    hint: () => "choose another login name",
  },
  "spec-clash": {
    kind: "mistake",
    title: "Two things in a spec that do not go together",
    explain: "Each of the two is possible by itself, but not both for one host.",
    text: (place: string, why: string) => `${place} does not fit: ${why}`,
  },
  "grow-computed": {
    kind: "mistake",
    title: "Data of a fleet that would have to be evaluated",
    explain:
      "What is added to a repository that `nivose init` wrote is drawn anew with it, and for that the fleet is read from its files: " +
      "`fleet.nix` and the list of people are data. An expression in them is not evaluated, because it could not be written back. " +
      "Nothing was written.",
    text: (what: string) => `${what} would have to be known, and this is computed`,
    hint: () => "write it out, or move what is computed into a module",
  },
  "grow-exists": {
    kind: "mistake",
    title: "A name that is there already",
    explain:
      "Adding what is there just as it is asked for changes nothing. Something of the same name that differs is not overwritten.",
    text: (kind: string, name: string, difference: string) => `there is a ${kind} '${name}' already, and ${difference}`,
    hint: () => "choose another name, or change what is there in its files",
  },
  "grow-nobody": {
    kind: "mistake",
    title: "A name of something that the repository does not have",
    explain: "What is taken out of a repository, or is to get a part, has to be there.",
    text: (kind: string, name: string, _nearest?: string) => `there is no ${kind} '${name}'`,
    hint: (_kind: string, _name: string, near?: string) => (near === undefined ? undefined : `did you mean '${near}'?`),
  },
  "grow-needed": {
    kind: "mistake",
    title: "Something that others need",
    explain:
      "It is not taken out while others say that they need it: they would be left with a name that means nothing.",
    text: (kind: string, name: string, who: string) => `the ${kind} '${name}' is needed: ${who}`,
    hint: () => "change those first",
  },
  "grow-occupied": {
    kind: "mistake",
    title: "A file in the way of a new one",
    explain: "A file of this name is there and says something else. It is never overwritten.",
    text: (file: string) => `${file} is there already, and is not what would be written`,
    hint: () => "move it, or add what is missing by hand",
  },
  "grow-unfit": {
    kind: "mistake",
    title: "A file that was changed where something new belongs",
    explain:
      "Nivose edits Nix files by their structure: an attribute of a set, an element of a list. Where the structure is no longer " +
      "what it was when it was written, there is no place that is surely right. Nothing was written.",
    text: (file: string, what: string) => `${file} is no longer as it was written: ${what}`,
    hint: () => "make this change by hand, and try again",
  },
  "grow-ignored": {
    kind: "mistake",
    title: "A new file that Git would ignore",
    explain:
      "Nix reads only files that Git knows of, and a rule of the repository, or one of your own for all repositories, lets Git ignore a " +
      "file that would be written. What refers to the file would not find it. Nothing was written.",
    text: (file: string, place: string, rule: string) =>
      `${file} would be ignored by Git, because of '${rule}' in ${place}`,
    hint: (file: string) => `change the rule, or add the line '!/${file}' behind it`,
  },
  "grow-read-only": {
    kind: "mistake",
    title: "A file that is meant to stay as it is",
    explain:
      "Nobody may write to the file, by its mode. It could be replaced by another one all the same, which is not what whoever took the " +
      "right away wants. Nothing was written.",
    text: (file: string) => `${file} is read-only`,
    hint: (file: string) => `'chmod u+w ${file}', if it may change`,
  },
  "grow-git-at-work": {
    kind: "mistake",
    title: "Something else has Git's index",
    explain:
      "New files are told to Git, because Nix reads only files that Git knows. Another program is about to change the index, or was " +
      "stopped on the way and left its lock. Nothing was written.",
    text: (lock: string) => `Git is at work here: ${lock} exists`,
    hint: (lock: string) => `try again; if no program of Git runs, delete ${lock} first`,
  },
  "grow-unreadable": {
    kind: "bug",
    title: "A Nix file that was not written as it should be",
    explain:
      "What would have been written is no Nix that can be read. It is not your mistake, whatever is in your files. Nothing was written.",
    text: (file: string, what: string) => `${file} would be no Nix that can be read: ${what}`,
  },
  "grow-hardware": {
    kind: "mistake",
    title: "A file that says nothing of a machine",
    explain:
      "`--hardware-config` takes what `nixos-generate-config --show-hardware-config` prints, and `--facter` the report of nixos-facter. " +
      "Nothing was written.",
    text: (file: string, why: string) => `${file} cannot be used: ${why}`,
  },
  "site-unknown": {
    kind: "limit",
    title: "A repository that is not understood",
    explain:
      "A host, a user or a part is added to a repository as those that are there take part in it: as an attribute, as an element of a " +
      "list, as a folder that is read. Here this could not be made out from the sources, because names are computed or nothing is there " +
      "yet that could be a model. Nothing was written.",
    text: (found: string, _needed: string) => `the layout of the repository is not understood: ${found}`,
    hint: (_found: string, needed: string) => `what would have to be known: ${needed}`,
  },
  "site-no-model": {
    kind: "mistake",
    title: "No host of that kind to take as a model",
    explain:
      "A new host takes part as another one of its kind does. The repository has none of that kind, so nobody knows how one would. " +
      "Nothing was written.",
    text: (kind: string) => `the repository has no ${kind} host that a new one could be made like`,
    hint: () => "write the first one by hand; the next ones are made like it",
  },
  "site-no-host": {
    kind: "mistake",
    title: "A host that the repository does not have",
    explain: "The sources say no host of that name. Nothing was written.",
    text: (name: string, _known: string) => `there is no host '${name}'`,
    hint: (_name: string, known: string) => (known === "" ? undefined : `there are ${known}`),
  },
  "site-no-user": {
    kind: "mistake",
    title: "A user that the repository does not have",
    explain: "The sources write no account and no home of that name. Nothing was written.",
    text: (name: string, _known: string) => `there is no user '${name}'`,
    hint: (_name: string, known: string) => (known === "" ? undefined : `there are ${known}`),
  },
  "site-users-shared": {
    kind: "mistake",
    title: "An account that cannot be on some hosts only",
    explain:
      "A new person takes part as another one does. That one's account is written where it is for every host that imports the file, " +
      "and so the new one would be on all of them, too. Nothing was written.",
    text: (model: string, place: string) =>
      `--on cannot be kept: ${place} gives ${model} an account on every host that has this file`,
    hint: () => "leave --on out, or write the account into the files of the hosts",
  },
  "site-taken": {
    kind: "mistake",
    title: "A name that is taken",
    explain: "Hosts are told apart by their names, and so are their folders. Nothing was written.",
    text: (name: string, place: string) => `'${name}' is there already: ${place}`,
    hint: () => "choose another name",
  },
  "site-user-there": {
    kind: "mistake",
    title: "A person who is there already",
    explain:
      "Adding somebody again just as it was asked for changes nothing. In a repository that `nivose init` wrote, somebody who is there " +
      "gets another account by `--on`; in any other, what is there is somebody's own writing and stays as it is. Nothing was written.",
    text: (name: string, place: string) => `'${name}' is there already: ${place}`,
    hint: (name: string, place: string) =>
      `for another key or account write it there by hand: keys are users.users.${name}.openssh.authorizedKeys.keys, beside ${place}`,
  },
  "site-others-home": {
    kind: "mistake",
    title: "A home that would be somebody else's",
    explain:
      "A new home takes the modules that the one takes that it is made like. One of them says of whom it is, by `home.username` or by " +
      "`home.homeDirectory`, and so the new home would be written to somebody else's folder. Nothing was written.",
    text: (name: string, owner: string, place: string, option: string) =>
      `the home of ${name} would be that of ${owner}: ${place} says so by ${option}`,
    hint: (_name: string, owner: string) =>
      `say the name and the folder of ${owner} where that home is made, and not in a file that others share`,
  },
  "site-system-nowhere": {
    kind: "mistake",
    title: "A platform that would be written nowhere",
    explain:
      "Where the model takes part, nothing says a platform that could be another one for the new host: it would have that of the model, " +
      "whatever was asked for. Nothing was written.",
    text: (system: string, model: string, place: string) =>
      `--system ${system} cannot be kept: ${place} has ${model}, and says no platform of its own there`,
    hint: () => "take another model by --like, or leave --system out",
  },
  "site-last-host": {
    kind: "mistake",
    title: "The last host of a repository",
    explain:
      "Without it the repository would have no host, and nothing that a new one could be made like. It is taken away only if that is said " +
      "by `--changed-too`. Nothing was written.",
    text: (name: string) => `${name} is the only host of this repository`,
    hint: () => "add '--changed-too' if it is to go all the same",
  },
  "site-key-nowhere": {
    kind: "mistake",
    title: "A key that would be written nowhere",
    explain:
      "Keys that may log in belong to an account, as `users.users.NAME.openssh.authorizedKeys.keys`. The new person would have only a " +
      "home, or an account that something else makes, and so the key would be lost. Nothing was written.",
    text: (name: string) =>
      `the key that --ssh-key says would be lost: no account of ${name} would be written that could have it`,
    hint: () => "leave --ssh-key out, or name hosts by --on whose accounts are written by their names",
  },
  "site-system": {
    kind: "mistake",
    title: "A platform that does not fit",
    explain: "NixOS runs on Linux, nix-darwin on macOS. Nothing was written.",
    text: (system: string, kind: string) => `${system} is no platform of a ${kind} host`,
    hint: (_system: string, kind: string) =>
      kind === "darwin" ? "it is aarch64-darwin or x86_64-darwin" : "it is x86_64-linux or aarch64-linux",
  },
  "site-needs": {
    kind: "mistake",
    title: "Something that only the user can say of a new host",
    explain:
      "Where the model takes part, something is said that belongs to it alone, such as its address or its public key. A new host needs " +
      "its own. Nothing was written.",
    text: (model: string, value: string, _isAddressLeft: boolean) =>
      `${model} takes part with '${value}', which belongs to it alone`,
    hint: (_model: string, _value: string, isAddressLeft: boolean) =>
      isAddressLeft ? "say the address by --address, or take another model by --like" : "take another model by --like",
  },
  "site-missing": {
    kind: "mistake",
    title: "A file that a new host would need",
    explain:
      "Where the model takes part, a file of its own is named that could not be written for the new host, because nobody but the user " +
      "knows what is in it. Nothing was written.",
    text: (name: string, file: string, model: string) => `${name} would need ${file}, as ${model} has one`,
    hint: () => "write it first, or take another model by --like",
  },
  "site-no-profile": {
    kind: "mistake",
    title: "A role or a profile that no host has",
    explain:
      "Roles and profiles of a repository are the modules that its hosts import, by the names of their files. Nothing was written.",
    text: (name: string, _known: string, _nearest?: string) => `no host imports a module '${name}'`,
    hint: (_name: string, known: string, near?: string) =>
      near === undefined ? (known === "" ? undefined : `there are ${known}`) : `did you mean '${near}'?`,
  },
  "site-no-disko": {
    kind: "mistake",
    title: "A disk layout that needs disko",
    explain:
      "All layouts but `labels` are written for disko, which is no part of NixOS, and nothing in the repository imports it. Nothing was " +
      "written.",
    text: (layout: string) => `the disk layout '${layout}' needs disko, which no host of this repository has`,
    hint: () => "take '--disk labels', or let the hosts import disko first",
  },
  "site-still-needed": {
    kind: "mistake",
    title: "Something that is named elsewhere",
    explain: "What is to be removed is named in other places, which would be wrong without it. Nothing was written.",
    text: (name: string, places: string) => `'${name}' is named in ${places}`,
    hint: () => "take it out there first",
  },
} satisfies MessageDefinitions;

export const scaffoldMessages = messageBuilders(scaffoldMessageDefinitions);
