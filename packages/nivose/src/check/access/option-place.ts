/** Where the fleet says something of a host: at the first of some options that it defines, or where the host is written. */

import type { Place } from "../finding.ts";
import { definedAt, type OptionPath } from "../hosts/defined.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { hostPlace } from "../hosts/host-place.ts";

export function optionPlace(options: readonly OptionPath[], host: EvaluatedHost, fleet: EvaluatedFleet): Place {
  for (const option of options) {
    const [place] = definedAt(option, host, fleet.repository);
    if (place !== undefined) return place;
  }
  return hostPlace(host, fleet);
}
