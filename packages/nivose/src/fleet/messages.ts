/** What can be said about a `fleet.nix`. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";

export const fleetMessageDefinitions = {
  "fleet-data-broken": {
    kind: "mistake",
    title: "A fleet.nix that cannot be evaluated",
    explain:
      "`fleet.nix` holds what operators know of the hosts: addresses, tags, waves. It is evaluated by itself: it may import files " +
      "beside and below it, and sees nothing else. `docs/fleet-data.md` tells what it can say. The hosts are shown without it.",
    text: (what: string, reason: string) => `${what} cannot be evaluated: ${reason}`,
  },
  "fleet-data-type": {
    kind: "mistake",
    title: "A member of fleet.nix of the wrong type",
    explain:
      "Each member that Nivose reads has one type, which `docs/fleet-data.md` lists. What is wrong is left out, and the rest of " +
      "the file counts.",
    text: (member: string, expected: string, found: string) => `${member} is ${found}, expected ${expected}`,
  },
  "fleet-data-unknown-member": {
    kind: "mistake",
    title: "A member of fleet.nix that looks misspelt",
    explain:
      "A host may have members of your own beside those that Nivose reads, for your own Nix to use. But this one is nearly the " +
      "name of one that Nivose reads, and would be overlooked without a word. A check, whose members are all known, takes no others.",
    text: (member: string, _known: string, _isCheck: boolean) => `${member} is no member that nivose knows`,
    hint: (_member: string, known: string, isCheck: boolean) =>
      isCheck ? known : `did you mean '${known}'? A member of your own needs another name`,
  },
  "fleet-data-unknown-host": {
    kind: "mistake",
    title: "A host in fleet.nix that the fleet does not have",
    explain:
      "The hosts in `fleet.nix` have the names that they have in `nixosConfigurations`, `darwinConfigurations` or " +
      "`homeConfigurations`, or as nodes of deploy-rs and colmena. No flake of the repository has this one.",
    text: (name: string, _nearest?: string) => `no flake of the repository has a host '${name}'`,
    hint: (_name: string, near?: string) => (near === undefined ? undefined : `did you mean '${near}'?`),
  },
  "fleet-data-dependency": {
    kind: "mistake",
    title: "A host in fleet.nix that depends on one that is not there",
    explain: "`dependsOn` lists hosts of the same fleet, which are deployed first. No host has this name.",
    text: (name: string, host: string, _nearest?: string) =>
      `${host} depends on '${name}', which is no host of the fleet`,
    hint: (_name: string, _host: string, near?: string) => (near === undefined ? undefined : `did you mean '${near}'?`),
  },
  "fleet-data-cycle": {
    kind: "mistake",
    title: "Hosts in fleet.nix that depend on each other",
    explain:
      "A host is deployed behind those that it depends on. If they depend on it in turn, there is no order in which that could be " +
      "done.",
    text: (hosts: readonly string[]) =>
      hosts.length === 1
        ? `${hosts[0]} depends on itself`
        : `${hosts[0]} depends on ${[...hosts.slice(1), hosts[0]].join(", which depends on ")}`,
  },
  "fleet-data-order": {
    kind: "mistake",
    title: "A host in fleet.nix that depends on one of a later wave",
    explain:
      "Waves are deployed one by one, lower numbers first, and a host is deployed behind those that it depends on. One of these is " +
      "in a later wave, so both cannot be had. Put it into the same wave or an earlier one.",
    text: (host: string, wave: number, other: string, late: number) =>
      `${host}, of wave ${wave}, depends on ${other}, which is deployed only in wave ${late}`,
  },
  "fleet-data-same-address": {
    kind: "mistake",
    title: "Two hosts in fleet.nix with one address",
    explain:
      "What is deployed to one of them would arrive at the other. Two machines behind one address differ in their `port`. Homes " +
      '(`kind = "home"`) may have the address of the machine that they are on.',
    text: (host: string, other: string, address: string) => `${host} has the address of ${other}, ${address}`,
  },
  "fleet-data-twice": {
    kind: "mistake",
    title: "A host in two files fleet.nix",
    explain:
      "A repository may have a `fleet.nix` at its top and one beside each of its flakes, but each host is in one of them. The one " +
      "beside the flake of the host counts, or else the first.",
    text: (host: string, other: string) => `${host} is in ${other}, too`,
  },
} satisfies MessageDefinitions;

export const fleetMessages = messageBuilders(fleetMessageDefinitions);
