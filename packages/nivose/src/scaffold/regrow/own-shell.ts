/** Shells that a preset knows by their names are drawn with the rest: documents and lists of shells learn of them. */

import type { OwnFleet, Site } from "../site/site.ts";

/** The fleet, if the shell is one of its preset's. */
export function withOwnShell({ own }: Pick<Site, "own">, name: string): OwnFleet | undefined {
  return own !== undefined && own.problems.length === 0 && own.preset.choices.shells.includes(name) ? own : undefined;
}
