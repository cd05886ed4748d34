/** Finds out what a repository is, from its files alone: nothing is evaluated. */

import type { Repository } from "../../check/source/repository.ts";
import { ownFleet } from "../regrow/own-fleet.ts";
import { namespaceIn, recogniseLayout } from "./parts/part-places.ts";
import type { Site } from "./site.ts";

export async function recognise(repository: Repository): Promise<Site> {
  const drawn = await ownFleet(repository);
  const layout = drawn?.preset.layout ?? recogniseLayout(repository);
  // where a preset has no hosts, those that are there are the user's own
  const own = drawn === undefined || drawn.preset.choices.kinds.length === 0 ? undefined : drawn;
  return { repository, own, layout, namespace: drawn?.fleet.namespace ?? namespaceIn(layout) };
}
