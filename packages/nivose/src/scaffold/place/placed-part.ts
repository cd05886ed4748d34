import type { Draft } from "../draft.ts";
import type { PartKind, Place } from "../layout.ts";
import type { PatternValues } from "./pattern.ts";

/** A part, and where it goes. */
export interface PlacedPart {
  readonly kind: PartKind;
  readonly place: Place;
  readonly values: PatternValues;
  /** Its files, by their paths in the repository. */
  readonly files: readonly Draft[];
  /** Whether what else lies in its folder was there before it. */
  readonly isOneFile?: boolean;
}
