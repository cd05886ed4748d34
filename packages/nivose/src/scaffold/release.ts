/** The releases that lock files can be written for. */

import pins from "../../../../data/pins.json" with { type: "json" };

export interface Pin {
  readonly owner: string;
  readonly repo: string;
  readonly ref?: string;
  readonly rev: string;
  readonly narHash: string;
  readonly lastModified: number;
  readonly url: string;
}

type Pins = Readonly<Record<string, Readonly<Record<string, Pin>>>>;

const known: Pins = Object.fromEntries(Object.entries(pins as Pins).filter(([name]) => name !== "snapshots"));

/** The oldest first, `unstable` last. */
export const releases: readonly string[] = Object.keys(known).toSorted();

/** The newest release that is no moving target. */
export const newestRelease: string = releases.findLast((release) => /^\d/u.test(release))!;

export function pinOf(name: string, release: string): Pin {
  const pin = known[release]?.[name];
  if (pin === undefined) throw new Error(`no pin for ${name} in ${release}`);
  return pin;
}
