/** An explanation for people. */

import type { Style } from "../report/style.ts";
import { printable } from "../report/terminal-text.ts";
import type { OptionFacts } from "./answer.ts";
import type { AbsentPlace, Doubt, ExplainedCondition, ExplainedDefinition, Explanation } from "./explanation.ts";
import type { ImportStep } from "./import-chain.ts";
import { optionPathText } from "./option-path.ts";
import { orderName, priorityName, USUAL_ORDER } from "./priority.ts";
import type { SourcePlace } from "./source-places.ts";

export function tell(explanation: Explanation, host: string, style: Style): string[] {
  const { path, option, value, error, facts, definitions, doubts } = explanation;
  const isWithin = option.length < path.length;
  return [
    `${style.strong(printable(optionPathText(path)))} on ${style.strong(printable(host))}: ${explanation.class}`,
    ...indented(error === undefined ? [oneLine(value)] : [style.mistake("it has no value: ") + oneLine(error)]),
    ...(isWithin ? indented([style.faint(`a part of the option ${optionPathText(option)}`)]) : []),
    ...indented(factsOf(facts, style)),
    ...doubts.map((doubt) => `  ${style.hint("note:")} ${doubtTexts[doubt]}`),
    ...(definitions.length === 0 ? ["", "nothing defines it"] : []),
    ...shown(definitions).flatMap((definition) => ["", ...tellDefinition(definition, style)]),
    ...tellOthers(definitions),
    ...explanation.absent.flatMap((place) => ["", ...tellAbsent(place, style)]),
    ...tellElements(explanation, style),
  ];
}

/** Modules of nixpkgs that are switched off are many, and seldom what somebody looks for. */
export function isTold({ isOwn, fate }: Pick<ExplainedDefinition, "isOwn" | "fate">): boolean {
  return isOwn || fate.kind !== "off";
}

/** What the fleet itself says; and what others do, unless there is too much of that. */
function shown(definitions: readonly ExplainedDefinition[]): ExplainedDefinition[] {
  const told = definitions.filter(isTold);
  const isForeign = ({ isOwn, isDefault, fate }: ExplainedDefinition): boolean =>
    !isOwn && !isDefault && fate.kind === "wins";
  return told.filter(isForeign).length > MOST_FOREIGN ? told.filter((each) => !isForeign(each)) : told;
}

const MOST_FOREIGN = 5;

function tellOthers(definitions: readonly ExplainedDefinition[]): string[] {
  const told = new Set(shown(definitions));
  const others = definitions.filter((definition) => !told.has(definition));
  const counting = others.filter(({ fate }) => fate.kind === "wins").length;
  const counts = [
    ["counts", counting],
    ["off", others.length - counting],
  ] as const;
  return counts.flatMap(([fate, count]) =>
    count === 0 ? [] : ["", `${fate}: ${count} more in modules that are not of this fleet; --json has them`],
  );
}

function tellAbsent(place: AbsentPlace, style: Style): string[] {
  const away = place.conditions.filter(({ by }) => by !== "mkIf");
  return [
    `${style.faint("not there")}, as it seems: ${away.map(({ by, text }) => `${by} ${oneLine(text)}`).join(", ")}`,
    ...indented(tellPlace(place, place.file, style)),
  ];
}

/** The elements of a list with what gives each, if that is more than one definition. */
function tellElements({ elements = [], definitions }: Explanation, style: Style): string[] {
  const givers = new Set(elements.map(({ definition }) => definition));
  if (givers.size < 2) return [];
  const rows = elements.slice(0, MOST_ELEMENTS).map(({ value, definition, place, class: sureness }) => {
    const giver = definition === undefined ? undefined : definitions[definition];
    const at =
      place === undefined
        ? printable(giver?.file ?? "no definition gives it")
        : `${printable(place.file)}:${place.line}:${place.column}`;
    const order = giver === undefined || giver.order === USUAL_ORDER ? "" : `, ${orderName(giver.order)}`;
    const doubt = sureness === "heuristic" ? ", heuristic" : "";
    return `  ${oneLine(value)}  ${style.faint(`${at}${order}${doubt}`)}`;
  });
  const more = elements.length - rows.length;
  return ["", "elements", ...rows, ...(more > 0 ? [`  ${more} more; --json has them`] : [])];
}

const doubtTexts: Readonly<Record<Doubt, string>> = {
  unseen: "the work of its module system was not observed, so definitions that lost are not known",
  several:
    "options of this path were evaluated several times, as in another host that this one refers to; this is the first",
  disagreement:
    "the module system of this host decides otherwise than usual; what it says of who wins is not what follows",
  failing: "a condition cannot be evaluated, so it is not known what counts",
  within: "no definition of just this part was observed; these are those of the whole option",
};

const MOST_LINES = 12;
const LONGEST_LINE = 400;
const MOST_ELEMENTS = 40;

function factsOf(facts: OptionFacts | undefined, style: Style): string[] {
  if (facts === undefined) return [];
  const { type, defaultText, default: value, positions = [], declarations = [], readOnly, applies } = facts;
  const places =
    positions.length > 0 ? positions.map(({ file, line, column }) => `${file}:${line}:${column}`) : declarations;
  const rows: [string, string | null | undefined][] = [
    ["type", type],
    ["default", defaultText ?? value],
    ["declared", places.join(", ")],
    ["read-only", readOnly === true ? "it can be defined once" : undefined],
    ["apply", applies === true ? "the merged value goes through a function of the option" : undefined],
  ];
  return rows.flatMap(([label, text]) => (text ? [`${style.faint(label.padEnd(9))} ${oneLine(text)}`] : []));
}

function tellDefinition(definition: ExplainedDefinition, style: Style): string[] {
  const { value, conditions, places, placeClass, imports = [] } = definition;
  const [first] = places;
  const text = first?.text;
  const isLiteral = text !== undefined && oneLine(text) === value;
  return [
    fateOf(definition, style),
    ...places.flatMap((place) => indented(tellPlace(place, definition.file, style))),
    ...(first?.file === undefined ? [] : [`  ${style.faint("for the module")} ${printable(definition.file)}`]),
    ...(first === undefined ? [`  ${style.strong(printable(definition.file))}`] : []),
    ...(places.length > 1 && placeClass !== "certain" ? [`  ${style.faint("one of these places, or several")}`] : []),
    ...(placeClass === "heuristic" && first?.isWithin === true
      ? [`  ${style.faint("it is computed within this")}`]
      : []),
    ...(value === undefined || isLiteral ? [] : indented([`${style.faint("gives")} ${oneLine(value)}`])),
    ...conditions.flatMap((condition) => indented(tellCondition(condition, first?.file ?? definition.file, style))),
    ...(first?.conditions ?? [])
      .filter(({ by }) => places.length === 1 && by !== "mkIf")
      .map(({ by, text: condition }) => `  ${style.faint(`in ${by}`)} ${oneLine(condition)}`),
    ...(imports.length === 0 ? [] : [`  ${style.faint(`imported by ${imports.map(stepText).join(" ← ")}`)}`]),
  ];
}

function stepText({ file, line }: ImportStep): string {
  if (line === undefined) return printable(file);
  // such as `parts/hosts.nix, via option flake.nixosModules.default`
  const [place = "", ...via] = printable(file).split(/(?=, via )/u);
  return `${place}:${line}${via.join("")}`;
}

function fateOf({ fate, isDefault, priority, order }: ExplainedDefinition, style: Style): string {
  const ordered = order === USUAL_ORDER ? "" : `, ${orderName(order)}`;
  const name = isDefault ? "the default of the option" : `${priorityName(priority)}${ordered}`;
  switch (fate.kind) {
    case "wins":
      return `${style.good("counts")}: ${name}`;
    case "loses":
      return `${style.limit("loses")} to ${priorityName(fate.to)}: ${name}`;
    case "fails":
      return `${style.mistake("fails")}, a condition cannot be evaluated: ${name}`;
    case "open":
      return `perhaps: ${name}`;
    case "off":
      return `${style.faint("off")}, a condition does not hold: ${name}`;
  }
}

function tellPlace({ line, column, text, ...place }: SourcePlace, file: string, style: Style): string[] {
  return [style.strong(`${printable(place.file ?? file)}:${line}:${column}`), ...indented(shortened(text))];
}

function tellCondition({ held, error, source }: ExplainedCondition, file: string, style: Style): string[] {
  const verdict = error !== undefined ? `fails: ${oneLine(error)}` : held ? "holds" : "does not hold";
  const paint = held ? style.good : style.mistake;
  if (source === undefined) return [`${style.faint("mkIf")} a condition that ${paint(verdict)}`];
  return [
    `${style.faint(source.by)} ${oneLine(source.text)} ${paint(verdict)} ${style.faint(`(${printable(file)}:${source.line}:${source.column})`)}`,
  ];
}

/** The lines of a text without the indentation that they share; what is long is cut. */
function shortened(text: string): string[] {
  const lines = printable(text).split("\n");
  const others = lines.slice(1).filter((line) => line.trim() !== "");
  const shared = Math.min(...others.map((line) => line.length - line.trimStart().length), Infinity);
  const shown = lines.map((line, index) => (index === 0 ? line : line.slice(shared === Infinity ? 0 : shared)));
  return shown.length > MOST_LINES ? [...shown.slice(0, MOST_LINES), "…"] : shown;
}

function oneLine(text: string): string {
  const line = printable(text.replaceAll(/\s+/gu, " ").trim());
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
