/** How flakes are asked, whoever does it. */

import type { WatchedFunctions } from "@nivose/nix/evaluation";
import type { HostProblem } from "./host.ts";

/**
 * The value of a flake's output as JSON, with a function applied to it first, and the files that it took. If functions are
 * watched, the function that is applied explains the value.
 */
export type AskFlake = (
  flake: string,
  fragment: string,
  apply: string,
  watch?: WatchedFunctions,
) => Promise<FlakeAnswer>;

export type FlakeAnswer =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly files: readonly string[];
      /** If functions are watched: which folders the paths of the store that were read are copies of. */
      readonly copies: Readonly<Record<string, string>>;
    }
  | ({ readonly ok: false } & HostProblem);
