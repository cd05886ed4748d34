/** An option that the fleet defines on a host, with the places of its definitions. */

import type { OptionAnswer, OptionPath, RawDefinition } from "../../explain/answer.ts";
import { judge, type Judged } from "../../explain/verdict.ts";
import type { Place } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type NamedPlace, namedPlace } from "../source/named-place.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

export interface DefinedOption {
  readonly path: OptionPath;
  readonly answer: OptionAnswer;
  /** Of the fleet, as far as they count or lose: what is behind a condition that does not hold is left out. */
  readonly own: readonly OwnDefinition[];
  /** All that are on, also those of others, without the default. */
  readonly active: readonly Judged[];
}

export interface OwnDefinition {
  readonly judged: Judged;
  readonly raw: RawDefinition;
  /** Of the whole file if it is not known where it stands. */
  readonly at: Place;
  readonly source?: SourceFile;
  readonly place?: NamedPlace;
}

export function definedOptions(host: EvaluatedHost, repository: Repository): DefinedOption[] {
  return (host.record?.options ?? []).flatMap(({ path, answer }): DefinedOption[] => {
    if (answer.kind !== "option" || answer.at.length !== path.length) return [];
    const judged = judge(answer)?.definitions ?? [];
    const active = judged.filter(({ raw, fate }) => raw.isDefault !== true && fate.kind !== "off");
    const own = active.flatMap((each): OwnDefinition[] => {
      const found = ownDefinition(path, each, host, repository);
      return found === undefined ? [] : [found];
    });
    return [{ path, answer, own, active }];
  });
}

function ownDefinition(
  path: OptionPath,
  judged: Judged,
  { local }: EvaluatedHost,
  { files }: Repository,
): OwnDefinition | undefined {
  const { raw } = judged;
  const file = local(raw.position?.file ?? raw.file);
  const source = file.isOwn ? files.get(file.name) : undefined;
  if (source === undefined) return undefined;
  const place = raw.position ? namedPlace(source, raw.position, path) : undefined;
  if (place === undefined) return { judged, raw, at: { file: source.name } };
  return { judged, raw, at: source.at(place.name), source, place };
}

/** Whether a value that is shown as text is shown whole, so that equal texts are equal values. */
export function isShownWhole(value: string | null | undefined): value is string {
  return typeof value === "string" && !/[…«]/u.test(value);
}
