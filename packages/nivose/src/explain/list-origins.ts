/** Where each element of a list comes from. */

import { elementsWritten } from "../schema/list-elements.ts";
import type { OptionAnswer } from "./answer.ts";
import type { Class } from "./class.ts";
import type { SourcePlace } from "./source-places.ts";
import type { Judged } from "./verdict.ts";

export interface ListElement {
  readonly value: string;
  /** The definition that gives it, by its number among those of the explanation. */
  readonly definition?: number;
  /** Where it is written out. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
  /** `certain` if the list is what its definitions give one after the other, `heuristic` if it is one of them that is equal. */
  readonly class: Class;
}

/** What is known of where a definition stands. */
interface PlacedDefinition {
  readonly file: string;
  readonly places: readonly SourcePlace[];
  readonly placeClass: Class;
}

/** Nothing if the value is no list. */
export function listOrigins(
  { elements }: OptionAnswer,
  judged: readonly Judged[],
  definitions: readonly PlacedDefinition[],
  sourceOf: (definition: number) => Uint8Array | undefined,
): readonly ListElement[] | undefined {
  if (elements === undefined) return undefined;
  const given = judged.flatMap(({ raw, fate }, definition) =>
    fate.kind === "wins" ? givenBy(definition, raw.elements, raw.count ?? 0) : [],
  );
  const origin = ({ definition, index, count }: Given): Pick<ListElement, "definition" | "place"> => {
    const source = sourceOf(definition);
    const place = source === undefined ? undefined : placeOf(definitions[definition]!, index, count, source);
    return { definition, ...(place === undefined ? {} : { place }) };
  };
  const isWhole = elements.every((value, index) => given[index]?.value === undefined || given[index].value === value);
  if (isWhole && given.length >= elements.length)
    return elements.map((value, index) => ({ value, ...origin(given[index]!), class: "certain" }));
  const left = [...given];
  return elements.map((value): ListElement => {
    const at = left.findIndex((each) => each.value === value);
    if (at === -1) return { value, class: "unknown" };
    const [found] = left.splice(at, 1);
    return { value, ...origin(found!), class: "heuristic" };
  });
}

interface Given {
  readonly definition: number;
  readonly index: number;
  readonly count: number;
  /** Not of the later ones of a list that is very long. */
  readonly value: string | undefined;
}

function givenBy(definition: number, elements: readonly string[] | undefined, count: number): Given[] {
  return Array.from({ length: count }, (_, index) => ({ definition, index, count, value: elements?.[index] }));
}

function placeOf(
  { file, places, placeClass }: PlacedDefinition,
  index: number,
  count: number,
  source: Uint8Array,
): ListElement["place"] {
  const [place] = places;
  if (place === undefined || places.length > 1 || placeClass !== "certain" || place.isWithin) return undefined;
  const start = place.end - Buffer.byteLength(place.text);
  const element = elementsWritten(source.subarray(start, place.end), count)?.[index];
  if (element === undefined) return undefined;
  return { file: place.file ?? file, ...positionAt(source, start + element.start) };
}

function positionAt(source: Uint8Array, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < offset; at++)
    if (source[at] === 0x0a) {
      line++;
      lineStart = at + 1;
    }
  return { line, column: offset - lineStart + 1 };
}
