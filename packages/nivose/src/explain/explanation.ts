/** Why an option of a host has its value: what the host answered, put together with the text of the files. */

import type { OptionAnswer, OptionFacts, OptionPath } from "./answer.ts";
import type { Class } from "./class.ts";
import type { ImportChains, ImportStep } from "./import-chain.ts";
import { type ListElement, listOrigins } from "./list-origins.ts";
import type { ReadFile } from "./read-file.ts";
import { matchPlaces, placesIn, placesOfDefinition, type SourceCondition, type SourcePlace } from "./source-places.ts";
import { type Fate, type Judged, judge } from "./verdict.ts";

export interface Explanation {
  readonly path: OptionPath;
  /** The declared option that the path leads to, or into. */
  readonly option: OptionPath;
  readonly value: string;
  readonly works: boolean;
  readonly error?: string;
  readonly facts: OptionFacts | undefined;
  readonly definitions: readonly ExplainedDefinition[];
  /** Places that set it in texts of the fleet's modules, and are no definitions: an `optionalAttrs` or `if` keeps them away. */
  readonly absent: readonly AbsentPlace[];
  /** If the value is a list. */
  readonly elements?: readonly ListElement[];
  /** Of the definitions and what became of them. */
  readonly class: Class;
  /** What keeps it from being certain. */
  readonly doubts: readonly Doubt[];
}

/**
 * `unseen`: the module system's work was not observed, so only what counts is known. `several`: options of this path
 * were evaluated more than once, and these are the first one's. `disagreement`: the module system says something else of
 * who wins. `failing`: a condition cannot be evaluated, so what counts is not known. `within`: no definition of the path itself was observed, and those of the option around it are shown.
 */
export type Doubt = "unseen" | "several" | "disagreement" | "failing" | "within";

export interface AbsentPlace extends SourcePlace {
  readonly file: string;
}

export interface ExplainedDefinition {
  readonly file: string;
  /** Whether the file is one of the fleet's, and not of nixpkgs or another input. */
  readonly isOwn: boolean;
  readonly isDefault: boolean;
  readonly fate: Fate;
  readonly priority: number;
  readonly order: number;
  readonly value?: string;
  readonly conditions: readonly ExplainedCondition[];
  /**
   * Where it stands. More than one if it is set part by part, or all of them are off for one reason; or if it is not clear
   * which of them it is, and then it is heuristic.
   */
  readonly places: readonly SourcePlace[];
  readonly placeClass: Class;
  /** What imports the file, the nearest first, the flake last; nothing for files of others, and where it is not known. */
  readonly imports?: readonly ImportStep[];
}

export interface ExplainedCondition {
  readonly held: boolean;
  readonly error?: string;
  readonly source?: SourceCondition;
}

export interface ExplainOptions {
  readonly importsOf?: ImportChains;
  readonly modules?: readonly string[];
  /** Of which definitions the places are wanted: files have to be read for them. Of all, if nothing is said. */
  readonly isPlaced?: (definition: Pick<ExplainedDefinition, "isOwn" | "fate">) => boolean;
}

export function explain(
  path: OptionPath,
  answer: OptionAnswer,
  read: ReadFile,
  { importsOf = () => undefined, modules = [], isPlaced = () => true }: ExplainOptions = {},
): Explanation {
  const verdict = judge(answer);
  const isWithin = answer.at.length < path.length;
  const doubts: Doubt[] = [];
  if (verdict === undefined) doubts.push(isWithin ? "within" : "unseen");
  if (answer.evaluations > 1) doubts.push("several");
  if (verdict?.agrees === false) doubts.push("disagreement");
  if (verdict?.definitions.some(({ fate }) => fate.kind === "fails") === true) doubts.push("failing");
  const judged = verdict?.definitions ?? winnersOnly(answer);
  const placed = withPlaces(path, judged, isWithin, read, isPlaced).map((definition, index) =>
    withImports(definition, judged[index]!.raw.file, importsOf),
  );
  // of a whole option it is not known which of its parts are there
  const definitions = doubts.includes("within") ? placed.map(withoutDoubtfulPlaces) : placed;
  const elements = listOrigins(answer, judged, definitions, (index) => {
    const { position, file } = judged[index]!.raw;
    return read(position?.file ?? file).source;
  });
  return {
    path,
    option: answer.at,
    value: answer.value,
    works: answer.works,
    ...(answer.error === undefined ? {} : { error: answer.error }),
    facts: localFacts(answer.facts ?? answer.enclosing, read),
    definitions,
    absent: absentPlaces(path, modules, definitions, read),
    ...(elements === undefined ? {} : { elements }),
    class: doubts.every((doubt) => doubt === "unseen") ? "certain" : "heuristic",
    doubts,
  };
}

function withImports(definition: ExplainedDefinition, file: string, importsOf: ImportChains): ExplainedDefinition {
  const imports = definition.isOwn ? importsOf(file)?.filter((step) => step.file !== definition.file) : undefined;
  return imports === undefined ? definition : { ...definition, imports };
}

function withoutDoubtfulPlaces(definition: ExplainedDefinition): ExplainedDefinition {
  const places = definition.places.filter((place) => !isPerhapsAway(place));
  return places.length === 0 ? { ...definition, places, placeClass: "unknown" } : { ...definition, places };
}

/** An `optionalAttrs` or an `if` decides whether it is a definition at all. */
function isPerhapsAway({ conditions }: SourcePlace): boolean {
  return conditions.some(({ by }) => by !== "mkIf");
}

/** The module system sees nothing of them, so all that is known is that they are not among what it has seen. */
function absentPlaces(
  path: OptionPath,
  modules: readonly string[],
  definitions: readonly ExplainedDefinition[],
  read: ReadFile,
): AbsentPlace[] {
  const isKnown = (file: string, { start, end }: SourcePlace): boolean =>
    definitions.some((definition) =>
      definition.places.some(
        (place) => (place.file ?? definition.file) === file && place.start <= end && start <= place.end,
      ),
    );
  return modules.flatMap((module) => {
    const file = read(module);
    // those of others are not even looked at, because they are many
    if (!file.isOwn || file.source === undefined) return [];
    const { name } = file;
    return placesIn(file.source, path)
      .filter((place) => !place.isWithin && isPerhapsAway(place) && !isKnown(name, place))
      .map((place) => ({ ...place, file: name }));
  });
}

/** What counts, if nothing is known of the rest. */
function winnersOnly({ outcome, enclosingOutcome }: OptionAnswer): Judged[] {
  const known = outcome ?? enclosingOutcome;
  return (known?.winners ?? []).map(({ file, value }, index) => ({
    raw: { file, value, around: [] },
    index,
    fate: { kind: "wins" },
    priority: known?.priority ?? 100,
    order: 1000,
  }));
}

function localFacts(facts: OptionFacts | undefined, read: ReadFile): OptionFacts | undefined {
  if (facts === undefined) return undefined;
  return {
    ...facts,
    declarations: (facts.declarations ?? []).map((file) => read(file).name),
    positions: (facts.positions ?? []).map((position) => ({ ...position, file: read(position.file).name })),
  };
}

interface Places {
  readonly places: readonly SourcePlace[];
  readonly placeClass: Class;
  /** Where the definition is written, if that is not the file that the module system names. */
  readonly file?: string;
}

function withPlaces(
  path: OptionPath,
  judged: readonly Judged[],
  isInside: boolean,
  read: ReadFile,
  isPlaced: (definition: Pick<ExplainedDefinition, "isOwn" | "fate">) => boolean,
): ExplainedDefinition[] {
  // the definitions of a file are placed together or not at all
  const isWanted = ({ raw, fate }: Judged): boolean => {
    const isOwn = read(raw.file).isOwn || (raw.position?.file !== undefined && read(raw.position.file).isOwn);
    return isPlaced({ isOwn, fate });
  };
  const files = new Set(judged.filter(isWanted).map(({ raw }) => raw.file));
  const written = judged
    .filter(({ raw }) => raw.isDefault !== true && files.has(raw.file))
    .toSorted((first, second) => first.index - second.index);
  const places = new Map([
    ...placesFromText(path, written, isInside, read),
    ...placesFromPositions(path, written, read),
  ]);
  return judged.map((definition): ExplainedDefinition => {
    const { raw, fate, priority, order } = definition;
    const at = places.get(definition) ?? { places: [], placeClass: "unknown" as const };
    const { name, isOwn } = read(at.file ?? raw.file);
    return {
      file: name,
      isOwn,
      isDefault: raw.isDefault === true,
      fate,
      priority,
      order,
      ...(raw.value === undefined ? {} : { value: raw.value }),
      conditions: conditionsOf(definition, at),
      places: at.places,
      placeClass: at.placeClass,
    };
  });
}

/** By the path alone, for all definitions of a file together. */
function placesFromText(
  path: OptionPath,
  written: readonly Judged[],
  isInside: boolean,
  read: ReadFile,
): Map<Judged, Places> {
  const places = new Map<Judged, Places>();
  for (const [file, definitions] of groupedBy(written, ({ raw }) => raw.file)) {
    const { source } = read(file);
    if (source === undefined) continue;
    const found = matchPlaces(
      source,
      path,
      definitions.map(({ raw }) => raw),
      isInside,
    );
    const candidates = found === undefined ? placesIn(source, path) : [];
    definitions.forEach((definition, index) => {
      const group = found?.[index];
      if (group !== undefined)
        places.set(definition, {
          places: group,
          placeClass: group.some((place) => place.isWithin) ? "heuristic" : "certain",
        });
      else if (candidates.length > 0) places.set(definition, { places: candidates, placeClass: "heuristic" });
    });
  }
  return places;
}

/** By where the evaluation says that a definition begins. */
function placesFromPositions(path: OptionPath, written: readonly Judged[], read: ReadFile): Map<Judged, Places> {
  const places = new Map<Judged, Places>();
  for (const [, pieces] of groupedBy(written, ({ raw }) => raw.number)) {
    const { file, position } = pieces[0]!.raw;
    if (position === undefined || position === null) continue;
    const { source, isOwn, name } = read(position.file);
    if (source === undefined) continue;
    // a module without a file has that of whoever made it one
    const isElsewhere = name !== read(file).name;
    // such as functions of nixpkgs that make sets of anything
    if (isElsewhere && !isOwn) continue;
    const isAnonymous = isElsewhere && !read(file).isOwn;
    const raws = pieces.map(({ raw }) => raw);
    const { places: groups, isSure } = placesOfDefinition(source, path, position, raws);
    pieces.forEach((definition, index) => {
      const group = groups[index] ?? [];
      if (group.length === 0) return;
      places.set(definition, {
        places: isElsewhere && !isAnonymous ? group.map((place) => ({ ...place, file: name })) : group,
        placeClass: isSure ? "certain" : "heuristic",
        ...(isAnonymous ? { file: position.file } : {}),
      });
    });
  }
  return places;
}

function groupedBy<Key>(all: readonly Judged[], keyOf: (each: Judged) => Key): Map<Key, Judged[]> {
  const groups = new Map<Key, Judged[]>();
  for (const each of all) {
    const key = keyOf(each);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}

/**
 * The texts of conditions are known if the place is. Where there are more of them than conditions, the outer ones have held:
 * otherwise nothing of the definition would have come as far as this part of the option.
 */
function conditionsOf({ raw, fate }: Judged, { places, placeClass }: Places): ExplainedCondition[] {
  const conditions = raw.around.filter((property) => property.kind === "if");
  const isKnown = places.length === 1 || placeClass === "certain";
  const texts = isKnown ? (places[0]?.conditions ?? []).filter(({ by }) => by === "mkIf") : [];
  const isOn = fate.kind !== "off" && fate.kind !== "fails";
  const outer = isOn ? Math.max(texts.length - conditions.length, 0) : 0;
  return [
    ...texts.slice(0, outer).map((source) => ({ held: true, source })),
    ...conditions.map(({ held, error }, index) => {
      const source = texts[outer + index];
      return { held, ...(error === undefined ? {} : { error }), ...(source === undefined ? {} : { source }) };
    }),
  ];
}
