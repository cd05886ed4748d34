/** Of which release of NixOS an input is, as far as its branch and its revision tell. */

import pins from "../../../../data/pins.json" with { type: "json" };
import type { Attributes } from "../fleet/inputs/same-repository.ts";
import type { Repository } from "./repository.ts";

export interface Referred {
  readonly repository: Repository;
  readonly locked: Attributes | undefined;
}

export function releaseOf({ repository, locked }: Referred): string | undefined {
  const named = /(?<!\d)\d\d\.\d\d(?!\d)/u.exec(repository.branch ?? "")?.[0];
  return named ?? Object.entries(revisions).find(([, revs]) => revs.includes(locked?.["rev"]))?.[0];
}

const revisions: Readonly<Record<string, readonly unknown[]>> = Object.fromEntries(
  Object.entries(pins).map(([release, flakes]) => [
    release,
    Object.entries(flakes).flatMap(([name, { rev }]) => (name.startsWith("nixpkgs") ? [rev] : [])),
  ]),
);
