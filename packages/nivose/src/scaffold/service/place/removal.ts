/** What it takes to take a service out of the files of its host, and what is told of it. */

import type { EvaluatedFleet } from "../../../check/hosts/evaluated-fleet.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import type { WorkingFiles } from "./working-files.ts";

export interface Removal {
  /** Without the service. */
  readonly around: Surroundings;
  readonly fleet: EvaluatedFleet;
  readonly files: WorkingFiles;
}

export interface Removed {
  /** Each as a sentence: what stays, and for whom. */
  readonly notes: readonly string[];
}
