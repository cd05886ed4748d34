/** Finds out what a repository is, from its files alone: nothing is evaluated. */

import type { Repository } from "../../check/source/repository.ts";
import { ownFleet } from "../regrow/own-fleet.ts";
import { namespaceIn, recogniseLayout } from "./parts/part-places.ts";
import type { Site } from "./site.ts";

export async function recognise(repository: Repository): Promise<Site> {
  const own = await ownFleet(repository);
  const layout = own?.preset.layout ?? recogniseLayout(repository);
  return { repository, own, layout, namespace: own?.fleet.namespace ?? namespaceIn(layout) };
}
