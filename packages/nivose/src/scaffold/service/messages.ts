/** What can be said about a service that is looked for, added or removed. */

import { messageBuilders, type MessageDefinitions } from "@nivose/nix/message";
import { quoted } from "../command-text.ts";

export const serviceMessageDefinitions = {
  "unknown-service": {
    kind: "mistake",
    title: "A service that is not in the catalogue",
    explain:
      "Services are known by the names that `nivose services` lists. Others can be turned on in a host's own files, as any option " +
      "can; `nivose options` finds them.",
    text: (name: string, _nearest: string | undefined) => `there is no service '${name}' in the catalogue`,
    hint: (_name: string, near: string | undefined) =>
      near === undefined ? "'nivose services' lists all" : `did you mean '${near}'?`,
  },
  "service-without-host": {
    kind: "mistake",
    title: "A service without a host",
    explain: "A service runs on a host, and the fleet has several: `--on HOST` says which one is meant.",
    text: (_hosts: readonly string[]) => "it is not said on which host",
    hint: (hosts: readonly string[]) => `add '--on HOST'; the hosts are ${hosts.join(", ")}`,
  },
  "service-host-kind": {
    kind: "mistake",
    title: "A service on a host that is no NixOS",
    explain:
      "The catalogue has services of NixOS. nix-darwin and Home Manager have others, under other options: `nivose options` " +
      "finds them.",
    text: (name: string, host: string, kind: string) => `${name} cannot run on ${host}: it is a host of ${kind}`,
    hint: () => "name a NixOS host with '--on HOST'",
  },
  "service-release": {
    kind: "mistake",
    title: "A service that the release of a host does not have",
    explain:
      "Services come into NixOS and go out of it, and the catalogue knows of most since when they are there. The release is the one of " +
      "the branch that the host's nixpkgs is of. Nothing was written.",
    text: (title: string, host: string, release: string, _from: string | undefined, _until: string | undefined) =>
      `${host} is of NixOS ${release}, which has no ${title}`,
    hint: (_title: string, _host: string, release: string, from: string | undefined, until: string | undefined) =>
      from !== undefined && release < from ? `it is there since ${from}` : `it was there until ${until}`,
  },
  "service-options-later": {
    kind: "mistake",
    title: "A service whose options came later than the host's release",
    explain:
      "The release of the host has the service, and not yet all of the options by which the catalogue writes it: they were other ones " +
      "then. Nothing was written.",
    text: (title: string, host: string, release: string, _written: string) =>
      `${host} is of NixOS ${release}, where ${title} has other options than those that would be written`,
    hint: (_title: string, _host: string, _release: string, written: string) =>
      `they are there since ${written}; until then, write it into the files of the host by hand`,
  },
  "service-needs": {
    kind: "mistake",
    title: "A service that needs another one",
    explain:
      "The service cannot do its work without another one on the same host, and none of those that would do runs there. Nothing was " +
      "written. `--with-needs` adds what is needed as well.",
    text: (name: string, host: string, kind: string, _first: string) => `${name} needs a ${kind} on ${host}`,
    hint: (_name: string, host: string, _kind: string, first: string) =>
      `'nivose add service ${first} --on ${host}' adds one, and '--with-needs' does so along with it`,
  },
  "service-port-taken": {
    kind: "mistake",
    title: "A port that another service of the host has",
    explain:
      "Both services would listen on the same port of the same addresses, and only the one that starts first would get it. The host was " +
      "evaluated as it is now, and what listens there was compared with what the catalogue knows of the new service. Nothing was written.",
    text: (name: string, ports: string, others: string, host: string, _hint: string) =>
      `${name} listens on ${ports}, which ${others} ${/ and /u.test(others) ? "have" : "has"} on ${host}`,
    hint: (_name: string, _ports: string, _others: string, _host: string, hint: string) => hint,
  },
  "service-misfit": {
    kind: "mistake",
    title: "A service that a host does not work with",
    explain:
      "The host was evaluated as it would be with the service, in a copy of the repository that is gone again, and something is wrong " +
      "with it that is not wrong without the service: a port that two services want, an assertion that does not hold, an option that " +
      "there is not. Nothing was written.",
    text: (title: string, host: string, what: string, _hint: string | undefined) => `with ${title} on ${host}, ${what}`,
    hint: (_title: string, _host: string, _what: string, hint: string | undefined) => hint,
  },
  "service-missed": {
    kind: "mistake",
    title: "A service that a host does not work without",
    explain:
      "The host was evaluated as it would be without the service, in a copy of the repository that is gone again, and something is wrong " +
      "with it that is not wrong with the service: an assertion that does not hold any more, a module that somebody still imports, an " +
      "option that is set and that nothing declares any more. Nothing was written. What needs the service has to go first, or to be told otherwise.",
    text: (title: string, host: string, what: string, _hint: string | undefined) =>
      `without ${title} on ${host}, ${what}`,
    hint: (_title: string, _host: string, _what: string, hint: string | undefined) => hint,
  },
  "service-port-fixed": {
    kind: "mistake",
    title: "A port that cannot be chosen",
    explain: "No option of NixOS says the number of this port, so the service always has it.",
    text: (name: string, port: string, number: number) => `the port '${port}' of ${name} is always ${number}`,
    hint: () => "leave '--port' out, and give another service another port",
  },
  "service-port-unknown": {
    kind: "mistake",
    title: "A port that the service does not have",
    explain:
      "`--port` takes a number, or the name of a port and a number: `web=8083`. `nivose services NAME` lists the ports.",
    text: (name: string, port: string, _known: readonly string[]) => `${name} has no port '${port}'`,
    hint: (_name: string, _port: string, known: readonly string[]) =>
      known.length === 0 ? "it listens nowhere: leave '--port' out" : `its ports are ${known.join(", ")}`,
  },
  "service-port-number": {
    kind: "mistake",
    title: "A number that is no port",
    explain: "Ports are numbers from 1 to 65535.",
    text: (number: string) => `'${number}' is no port`,
    hint: () => "give a number from 1 to 65535",
  },
  "service-setting": {
    kind: "mistake",
    title: "A setting that cannot be understood",
    explain:
      "`--set` takes an option of the service, or a question of its entry, and a value: `--set settings.theme=dark`. Numbers, `true`, " +
      "`false`, `null` and JSON are what they are; everything else is a text.",
    text: (text: string) => `'${text}' is no OPTION=VALUE`,
  },
  "service-option-unknown": {
    kind: "mistake",
    title: "An option that a service does not have",
    explain:
      "`--set` says an option of the service that neither its module nor the release of the fleet has. `nivose options` finds those " +
      "that there are. If the fleet is of another release than the one that is known here, it may have the option all the same: then " +
      "it is written into the host's files by hand. Nothing was written.",
    text: (option: string, _hint: string | undefined, release?: string) =>
      release === undefined
        ? `there is no option '${option}'`
        : `'${option}' is none of the options of ${release}, the release that is known here`,
    hint: (_option: string, hint: string | undefined) => hint,
  },
  "service-option-type": {
    kind: "mistake",
    title: "A value that an option of a service does not take",
    explain:
      "What `--set` says is of another type than the option takes. Numbers, `true`, `false`, `null` and JSON are what they are; " +
      "everything else is a text. Nothing was written.",
    text: (option: string, type: string, value: string) => `'${option}' takes another value than '${value}': ${type}`,
  },
  "service-number": {
    kind: "mistake",
    title: "A number that cannot be written",
    explain:
      "Numbers of `--set` are written into Nix files as they are. This one is too great, or too close to nothing, to be the same there. " +
      "Nothing was written.",
    text: (option: string, number: string) => `'${option}' cannot be ${number}`,
    hint: (option: string, _number: string) => `if a text is meant, give it in quotes: --set '${option}="…"'`,
  },
  "service-said-twice": {
    kind: "mistake",
    title: "Two things that are said of one option",
    explain:
      "An option of a service is said twice, or once as a value and once as a set of others, or a port is said by `--port` and by its option " +
      "with another number. Which is meant only you know. Nothing was written.",
    text: (one: string, other: string) =>
      one === other ? `'${one}' is said twice` : `'${one}' and '${other}' say two things of the same`,
    hint: () => "leave one of them out",
  },
  "service-off": {
    kind: "mistake",
    title: "A service that is added and turned off",
    explain:
      "A service is added by turning it on. What is off would be written for nothing, and could not be recognised when it is to be removed. " +
      "Nothing was written.",
    text: (title: string, _name: string) => `${title} would be added, but off`,
    hint: (_title: string, name: string) => `leave 'enable' out; 'nivose remove service ${name}' takes it away`,
  },
  "service-secret-said": {
    kind: "mistake",
    title: "A secret that would be readable by all",
    explain:
      "What stands in a Nix file is copied to the store, which every user and program of the machine can read, and is in the history of the " +
      "repository for good. A secret is read from a file when the service starts: the option is told where that is. Nothing was written.",
    text: (option: string, _way: string) => `${option} is a secret, and would be written in clear`,
    hint: (_option: string, way: string) => way,
  },
  "service-comes-later": {
    kind: "mistake",
    title: "A service that cannot be given to a host along with it",
    explain:
      "`nivose add host --service` gives a new host services that the fleet has modules for and that do without a word more. Of others " +
      "something has to be said, or a module has to be written first, which `nivose add service` does. Nothing was written.",
    text: (name: string, host: string, why: string, _command: string) =>
      `${name} cannot be given to ${host} along with it: ${why}`,
    hint: (name: string, _host: string, _why: string, command: string) =>
      `leave '--service ${name}' out; afterwards ${quoted(command)} adds it`,
  },
  "service-there": {
    kind: "mistake",
    title: "A service that runs already, and in another way",
    explain:
      "Adding a service just as it runs changes nothing. What differs is not overwritten: it is changed where it is said. Nothing was written.",
    text: (title: string, host: string, option: string, _value: string, _isSet: boolean) =>
      `${title} runs on ${host} already, and its ${option} differs`,
    hint: (_title: string, _host: string, option: string, value: string, isSet: boolean) =>
      isSet ? `change it here, to ${value}` : `beside this, say '${option} = ${value};'`,
  },
  "service-question": {
    kind: "mistake",
    title: "A service of which something has to be said",
    explain:
      "Something about the service only its user knows, and there is no value that would do for most. Nothing was written.",
    text: (name: string, question: string, purpose: string, _example: string) =>
      `${name} has to be told its ${question}: ${purpose}`,
    hint: (_name: string, _question: string, _purpose: string, example: string) => `add --set ${example}`,
  },
  "service-set-already": {
    kind: "mistake",
    title: "A service that the fleet has settings of already",
    explain:
      "The service is off on this host, and the fleet has settings of it there. What is to be kept of them only its author knows. " +
      "Nothing was written.",
    text: (option: string, host: string) => `${option} is set on ${host} already, and it does not run there`,
    hint: () => "turn it on there, or take the settings away first",
  },
  "service-place": {
    kind: "limit",
    title: "A host without a place for a service",
    explain:
      "A service is written where the host's own settings are: in a module of the fleet's own options, in a file of the host's folder, " +
      "or in the host's file. None of these was found, so it is not known where it belongs. Nothing was written.",
    text: (name: string, host: string, reason: string) => `there is no place for ${name} on ${host}: ${reason}`,
    hint: () => "a file of the host's own, named like it, that one of its modules imports would be one",
  },
  "service-clash": {
    kind: "mistake",
    title: "A setting that says something else already",
    explain: "The service needs a setting that the file has with another value, or computes. Nothing was written.",
    text: (option: string) => `${option} is said here in another way`,
    hint: () => "add to it by hand, or write it as a list or a set",
  },
  "service-secret-file": {
    kind: "mistake",
    title: "A secret that has to be there first",
    explain:
      "The fleet keeps its secrets with agenix, and a host that names a file which is not there cannot be evaluated. Nothing was written.",
    text: (name: string, file: string, purpose: string) =>
      `${name} takes a secret from ${file}, which is not there: ${purpose}`,
    hint: (_name: string, file: string) =>
      `add it to the rules of agenix, write it with 'agenix -e ${file}', and run this again`,
  },
  "service-needed": {
    kind: "mistake",
    title: "A service that others need",
    explain: "Other services of the host cannot do their work without this one. Nothing was changed.",
    text: (name: string, host: string, others: string) => `${others} on ${host} cannot do without ${name}`,
    hint: (_name: string, host: string, others: string) =>
      `'nivose remove service ${others.split(/, | and /u)[0]} --on ${host}' comes first`,
  },
  "service-not-ours": {
    kind: "limit",
    title: "A service that is turned on in a way that is not understood",
    explain:
      "The service runs on the host, and where that is said could not be told apart from other settings: several files say so, or it " +
      "follows from something else. Nothing was changed.",
    text: (name: string, host: string, where: string) => `what turns on ${name} on ${host} is ${where}`,
    hint: () => "take it away by hand",
  },
  "service-update-unknown": {
    kind: "mistake",
    title: "A service that there is nothing to update of",
    explain:
      "`--update` compares what the catalogue once wrote with what it would write today. A comment says from which version of its entry " +
      "something was written; what has none is the work of the fleet's own people, or of a preset. Nothing was written.",
    text: (title: string, _name: string, host: string, isRunning: boolean) =>
      isRunning
        ? `${title} on ${host} has no comment that says from which version of the catalogue it is`
        : `${title} does not run on ${host}`,
    hint: (_title: string, name: string, host: string, isRunning: boolean) =>
      isRunning
        ? "it was written by hand, or the comment is gone: there is nothing to compare it with"
        : `'nivose add service ${name} --on ${host}' adds it`,
  },
  "service-update-clash": {
    kind: "mistake",
    title: "A change of the catalogue that does not fit",
    explain:
      "The catalogue would write the service in another way today, and what is different was changed in the file, too. Nothing was written.",
    text: (name: string, lines: string) => `the new way to write ${name} does not fit what is here: ${lines}`,
    hint: () => "change it by hand; the line that names the version says which one it was written from",
  },
} satisfies MessageDefinitions;

export const serviceMessages = messageBuilders(serviceMessageDefinitions);
