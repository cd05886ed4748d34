/** Where the fleet says that somebody listens. */

import type { Place } from "../finding.ts";
import { definedAt, type OptionPath } from "../hosts/defined.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";

export interface Told {
  readonly place: Place;
  /** Nothing if it is not the fleet that says it. */
  readonly option: OptionPath | undefined;
}

/** The first of some options that the fleet defines; otherwise the host's flake. */
export function toldAt(options: readonly OptionPath[], host: EvaluatedHost, { repository }: EvaluatedFleet): Told {
  for (const option of options) {
    const [place] = definedAt(option, host, repository);
    if (place !== undefined) return { place, option };
  }
  const { flake } = host.host;
  return { place: { file: flake === "" ? "flake.nix" : `${flake}/flake.nix` }, option: undefined };
}
