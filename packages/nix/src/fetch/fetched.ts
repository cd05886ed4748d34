import type { Attributes } from "../flake/reference/index.ts";

/** What was fetched, and what was found out of it. */
export interface Fetched {
  /** The attributes of the input as it is locked, its hash among them. */
  readonly attributes: Attributes;
  /** Where it is on the disk. */
  readonly place: string;
}
