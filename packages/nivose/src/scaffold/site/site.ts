/** What a repository is to whoever adds something to it: where each kind of thing lives, and how it takes part. */

import type { Repository } from "../../check/source/repository.ts";
import type { GrowProblem } from "../growth.ts";
import type { Layout } from "../layout.ts";
import type { Preset } from "../preset.ts";
import type { Fleet } from "../spec/fleet-spec.ts";

export interface Site {
  readonly repository: Repository;
  /** If `init` wrote it, what it would be told today to write it again. */
  readonly own: OwnFleet | undefined;
  readonly layout: Layout;
  /** The set below which the fleet's own options lie, if it has one. */
  readonly namespace: string | undefined;
}

export interface OwnFleet {
  readonly preset: Preset;
  readonly fleet: Fleet;
  /** What could not be read: nothing of the fleet can be changed before it is. */
  readonly problems: readonly GrowProblem[];
}

/**
 * The fleet whose hosts and people a preset draws. One that has none, as that of a package, does not know of those that are there: they are
 * somebody's own, and others are made like them.
 */
export function drawnFleet({ own }: Pick<Site, "own">): OwnFleet | undefined {
  return own?.preset.choices.kinds.length === 0 ? undefined : own;
}
