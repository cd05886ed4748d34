/** The places of a kind of parts in a repository, those of one platform if one is named. */

import type { GrowProblem } from "../growth.ts";
import type { PartKind, Place } from "../layout.ts";
import type { Site } from "../site/site.ts";
import { placeMessages } from "./messages.ts";
import { whyNoPlace } from "./why-no-place.ts";

export type Platform = NonNullable<Place["platform"]>;

export type FoundPlaces = { readonly places: readonly [Place, ...Place[]] } | { readonly problem: GrowProblem };

export function placesOf(site: Site, kind: PartKind, platform?: Platform): FoundPlaces {
  const all: readonly Place[] = [site.layout.parts[kind] ?? []].flat();
  if (all.length === 0) {
    const { why, there } = whyNoPlace(site, kind);
    return { problem: { message: placeMessages["site-no-place"](kind, why, there) } };
  }
  const [first, ...rest] = all.filter((place) => platform === undefined || place.platform === platform);
  if (first !== undefined) return { places: [first, ...rest] };
  const known = all.flatMap((place) => place.platform ?? []).join(", ");
  return { problem: { message: placeMessages["part-platform"](kind, platform!, known) } };
}
