/** `--help`, from the tree of verbs. */

import type { Layout } from "../report/human.ts";
import { wrap } from "../report/terminal-text.ts";
import { colorFlag, helpBrief, versionBrief } from "./global-flags.ts";
import { hanging, INDENT, listing, type Row } from "./listing.ts";
import {
  type Arguments,
  type Flag,
  flagName,
  type Group,
  isGroup,
  lettersByFlag,
  type Verb,
  type Verbs,
} from "./verb.ts";

/** The help of the whole command. */
export function rootHelp(name: string, purpose: string, verbs: Verbs, layout: Layout): string {
  const examples = Object.values(verbs)
    .flatMap((entry) => (isGroup(entry) ? [] : entry.examples.slice(0, 1)))
    .slice(0, 4);
  return page([
    paragraph(`${name}: ${purpose}`, layout),
    usage(`${name} VERB [FLAGS] [ARGUMENTS]`, layout),
    section("Verbs:", verbRows(verbs), layout),
    section("Flags:", [...globalRows(), [`--version`, versionBrief]], layout),
    exampleSection(examples, layout),
    paragraph(`'${name} VERB --help' says more about a verb, '${name} explain CODE' about a message.`, layout),
  ]);
}

export function groupHelp(path: string, group: Group, layout: Layout): string {
  return page([
    paragraph(`${path}: ${group.brief}`, layout),
    usage(`${path} VERB [FLAGS] [ARGUMENTS]`, layout),
    ...group.description.map((text) => paragraph(text, layout)),
    section("Verbs:", verbRows(group.verbs), layout),
    section("Flags:", globalRows(), layout),
  ]);
}

export function verbHelp(path: string, verb: Verb, layout: Layout): string {
  const { placeholder, brief, most } = verb.arguments;
  return page([
    paragraph(`${path}: ${verb.brief}`, layout),
    usage(usageLine(path, verb), layout),
    ...verb.description.map((text) => paragraph(text, layout)),
    most === 0 ? [] : section("Arguments:", [[placeholder, brief]], layout),
    section("Flags:", [...flagRows(verb), ...globalRows()], layout),
    exampleSection(verb.examples, layout),
  ]);
}

/** `nivose parse [FLAGS] FILE|DIR...` */
export function usageLine(path: string, verb: Verb): string {
  return [path, "[FLAGS]", argumentsUsage(verb.arguments)].join(" ").trimEnd();
}

/** `-A, --attr PATH`, and what the flag is for. */
export function flagRow(name: string, flag: Flag, letter?: string): Row {
  const names = letter === undefined ? flagName(name) : `${letter}, ${flagName(name)}`;
  const usage = flag.kind === "switch" ? names : `${names} ${flag.placeholder}`;
  const brief = flag.kind === "choice" ? `${flag.brief}: ${flag.values.join(", ")}` : flag.brief;
  return [usage, flag.kind === "texts" || flag.kind === "pairs" ? `${brief}; may be repeated` : brief];
}

export function globalRows(): Row[] {
  return [flagRow("color", colorFlag), ["-h, --help", helpBrief]];
}

function argumentsUsage({ placeholder, least, most }: Arguments): string {
  if (most === 0) return "";
  const many = most === Infinity ? `${placeholder}...` : placeholder;
  return least === 0 ? `[${many}]` : many;
}

function verbRows(verbs: Verbs): Row[] {
  return Object.entries(verbs).map(([name, { brief }]) => [name, brief]);
}

function flagRows(verb: Verb): Row[] {
  const letters = lettersByFlag(verb);
  return Object.entries(verb.flags).map(([name, flag]) => flagRow(name, flag, letters.get(flagName(name))));
}

function section(heading: string, rows: readonly Row[], layout: Layout): string[] {
  return rows.length === 0 ? [] : [title(heading, layout), ...listing(rows, layout)];
}

function exampleSection(examples: Verb["examples"], layout: Layout): string[] {
  const lines = examples.flatMap(({ command, does }) => [
    INDENT + layout.style.strong(command),
    ...hanging(does, layout),
  ]);
  return lines.length === 0 ? [] : [title("Examples:", layout), ...lines];
}

function paragraph(text: string, layout: Layout): string[] {
  return wrap(text, layout.width);
}

function usage(line: string, layout: Layout): string[] {
  const [first = "", ...rest] = wrap(`Usage: ${line}`, layout.width);
  return [first.replace("Usage:", title("Usage:", layout)), ...rest];
}

function title(text: string, layout: Layout): string {
  return layout.style.strong(text);
}

/** The parts, with an empty line between them. */
function page(parts: readonly (readonly string[])[]): string {
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}
