/** Where the fleet says something of a host: at the first of some options that it defines, or where the host is written. */

import type { Place } from "../finding.ts";
import { definedAt, isAlike, type OptionPath } from "./defined.ts";
import type { EvaluatedFleet, EvaluatedHost } from "./evaluated-fleet.ts";
import { hostPlace } from "./host-place.ts";
import { ownDefinitions } from "./own-definitions.ts";

export function optionPlace(options: readonly OptionPath[], host: EvaluatedHost, fleet: EvaluatedFleet): Place {
  for (const option of options) {
    const [place] = definedAt(option, host, fleet.repository);
    if (place !== undefined) return place;
  }
  return hostPlace(host, fleet);
}

/** The name or the value in the first definition that the fleet has of an option, or where the host is written. */
export function definitionPlace(
  option: OptionPath,
  part: "attrPath" | "value",
  host: EvaluatedHost,
  fleet: EvaluatedFleet,
): Place {
  const own = ownDefinitions(host, fleet.repository, () => true).find(({ path }) => isAlike(path, option));
  return own === undefined ? hostPlace(host, fleet) : own.source.at(own.definition[part]);
}
