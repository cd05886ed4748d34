/** Finds out what a repository is, from its files alone: nothing is evaluated. */

import type { Repository } from "../../check/source/repository.ts";
import { ownFleet } from "../regrow/own-fleet.ts";
import type { Site } from "./site.ts";

export async function recognise(repository: Repository): Promise<Site> {
  const own = await ownFleet(repository);
  return {
    repository,
    own,
    layout: own?.preset.layout ?? { parts: {} },
    namespace: own?.fleet.namespace,
  };
}
