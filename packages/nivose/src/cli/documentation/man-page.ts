/** `nivose(1)` from the tree of verbs, in the macros of mdoc(7), which groff and mandoc both read. */

import { exitCodeMeanings } from "../exit-codes.ts";
import { colorFlag, helpBrief, versionBrief } from "../global-flags.ts";
import { wrap } from "../../report/terminal-text.ts";
import { flagRow } from "../help.ts";
import { purpose } from "../product.ts";
import { type Flag, flagName, isGroup, lettersByFlag, type Verb, type Verbs } from "../verb.ts";

export function manPage(verbs: Verbs): string {
  const all = verbsOf("", verbs);
  const lines = [
    // a page that is made again and again has no date of its own
    ".Dd $Mdocdate$",
    ".Dt NIVOSE 1",
    ".Os",
    ".Sh NAME",
    ".Nm nivose",
    `.Nd ${roff(purpose.charAt(0).toLowerCase() + purpose.slice(1))}`,
    ".Sh SYNOPSIS",
    ...all.flatMap(([path, verb]) => synopsis(path, verb)),
    ".Sh DESCRIPTION",
    ...paragraphs(description),
    ".Sh VERBS",
    ...all.flatMap(([path, verb]) => section(path, verb)),
    ".Sh FLAGS OF ALL VERBS",
    ...list([
      flagItem("color", colorFlag, undefined),
      ["Fl h , Fl -help", helpBrief],
      ["Fl -version", `${versionBrief}, without a verb`],
    ]),
    ".Sh ENVIRONMENT",
    ...list(environment.map(([name, text]) => [`Ev ${name}`, text])),
    ".Sh FILES",
    ...list(files.map(([name, text]) => [`Pa ${name}`, text])),
    ".Sh EXIT STATUS",
    ...list(exitCodeMeanings.map(([code, meaning]) => [`Li ${code}`, meaning])),
    ".Sh EXAMPLES",
    ...all.flatMap(([, verb]) => examples(verb)).slice(0, -1),
    ".Sh SEE ALSO",
    ".Xr git 1 ,",
    ".Xr nix 1",
  ];
  return `${lines.join("\n")}\n`;
}

const description = [
  "Reads the Nix files of a fleet of machines, says what is wrong with them, and changes them without losing a comment " +
    "or a byte that it need not touch. It works on repositories that it did not create, and needs no Nix.",
  "Results go to standard output, everything else to standard error. A message ends with its code in brackets, and " +
    "'nivose explain CODE' says more about it.",
];

const environment = [
  ["NO_COLOR", "If set to anything, nothing is coloured."],
  ["CLICOLOR_FORCE", "If set to anything but 0, colours are used even if the output is no terminal."],
  ["CLICOLOR", "If 0, nothing is coloured."],
  ["COLUMNS", "How wide the output is to be if it is no terminal."],
  ["NIX_PATH", "Where <NAME> is found when expressions are evaluated, after -I."],
  ["NIX_REMOTE", "The store of the installed Nix, such as local?root=/mnt, if an expression reads what must be built."],
  ["NIX_CONFIG", "Settings of Nix, one a line, which take precedence over those in nix.conf."],
  ["NIX_CONF_DIR", "Where the nix.conf of the system is; by default /etc/nix."],
  ["NIX_USER_CONF_FILES", "Files that are read in the place of ~/.config/nix/nix.conf, with colons between them."],
  ["XDG_STATE_HOME", "Where journals of changes are kept outside of Git repositories; by default ~/.local/state."],
] as const;

const files = [
  [".git/nivose", "The journals of changes to the files of a repository, from which they can be undone."],
] as const;

type Item = readonly [term: string, text: string];

function verbsOf(path: string, verbs: Verbs): (readonly [path: string, verb: Verb])[] {
  return Object.entries(verbs).flatMap(([name, entry]) =>
    isGroup(entry) ? verbsOf(`${path}${name} `, entry.verbs) : [[path + name, entry] as const],
  );
}

function synopsis(path: string, { flags, arguments: { placeholder, least, most } }: Verb): string[] {
  const shown = `Ar ${roff(placeholder)}${most > 1 ? " ..." : ""}`;
  const optional = Object.entries(flags).map(([name, flag]) => `.Op ${flagTerm(name, flag)}`);
  const words = most === 0 ? [] : [least === 0 ? `.Op ${shown}` : `.${shown}`];
  return [".Nm", `.Cm ${roff(path)}`, ...optional, ...words];
}

function section(path: string, verb: Verb): string[] {
  const { brief, description: texts, flags, arguments: words } = verb;
  const letters = lettersByFlag(verb);
  const items = Object.entries(flags).map(([name, flag]) => flagItem(name, flag, letters.get(flagName(name))));
  const argument: Item[] = words.most === 0 ? [] : [[`Ar ${roff(words.placeholder)}`, words.brief]];
  const all = [...argument, ...items];
  return [`.Ss nivose ${roff(path)}`, ...paragraphs([`${brief}.`, ...texts]), ...(all.length === 0 ? [] : list(all))];
}

function examples({ examples: shown }: Verb): string[] {
  return shown.flatMap(({ command, does }) => [
    ...prose(`${does}:`),
    ".Bd -literal -offset indent",
    roff(command),
    ".Ed",
    ".Pp",
  ]);
}

function flagTerm(name: string, flag: Flag): string {
  const option = `Fl ${roff(flagName(name).slice(1))}`;
  return flag.kind === "switch" ? option : `${option} Ar ${roff(flag.placeholder)}`;
}

function flagItem(name: string, flag: Flag, letter: string | undefined): Item {
  const term = flagTerm(name, flag);
  return [letter === undefined ? term : `Fl ${letter.slice(1)} , ${term}`, flagRow(name, flag)[1]];
}

function list(items: readonly Item[]): string[] {
  return [".Bl -tag -width Ds", ...items.flatMap(([term, text]) => [`.It ${term}`, ...prose(text)]), ".El"];
}

function paragraphs(texts: readonly string[]): string[] {
  return texts.flatMap((text, index) => (index === 0 ? prose(text) : [".Pp", ...prose(text)]));
}

/** Each sentence on lines of its own, as roff wants it to space them. */
function prose(text: string): string[] {
  return text
    .split(/(?<=[.:]) (?=[A-Z'])/u)
    .flatMap((sentence) => wrap(sentence, LINE))
    .map(roff);
}

const LINE = 70;

/** Text that roff takes for nothing but text. */
function roff(text: string): string {
  return text
    .replaceAll("\\", String.raw`\e`)
    .replaceAll("-", String.raw`\-`)
    .replaceAll("'", String.raw`\(aq`)
    .replaceAll('"', String.raw`\(dq`)
    .replace(/^\./u, String.raw`\&.`);
}
