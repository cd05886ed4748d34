/** What is taken instead of an input. */

import type { Attributes } from "../fleet/inputs/same-repository.ts";
import type { Repository } from "./repository.ts";
import type { PaperFlake } from "./shelf.ts";

export interface Substitute {
  /** `home-manager/nixpkgs` */
  readonly input: string;
  readonly repository: Repository;
  /** Nothing if nobody stands for it. */
  readonly paper: PaperFlake | undefined;
  readonly isFlake: boolean;
  readonly locked: Attributes | undefined;
}
