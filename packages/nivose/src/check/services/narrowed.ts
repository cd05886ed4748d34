/** The smallest piece of a place that has a text in it. */

import type { Place } from "../finding.ts";
import type { EvaluatedFleet } from "../hosts/evaluated-fleet.ts";

/** The place itself if the text is not written there, or more than once. */
export function narrowed(place: Place, text: string, { repository }: EvaluatedFleet): Place {
  const { file, range } = place;
  const source = repository.files.get(file);
  if (source === undefined || range === undefined) return place;
  const written = Buffer.from(source.bytes.subarray(range.start, range.end)).toString("latin1");
  const wanted = Buffer.from(text, "utf8").toString("latin1");
  const isPart = (character: string | undefined): boolean => character !== undefined && /[\w.]/u.test(character);
  const found: number[] = [];
  for (let at = written.indexOf(wanted); at !== -1; at = written.indexOf(wanted, at + 1))
    if (!isPart(written[at - 1]) && !isPart(written[at + wanted.length])) found.push(at);
  if (found.length !== 1) return place;
  const start = range.start + found[0]!;
  return { file, range: { start, end: start + wanted.length } };
}

/** The text of a place. */
export function writtenAt({ file, range }: Place, { repository }: EvaluatedFleet): string {
  const source = repository.files.get(file);
  if (source === undefined || range === undefined) return "";
  return Buffer.from(source.bytes.subarray(range.start, range.end)).toString();
}
