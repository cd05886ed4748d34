/** What a host itself has to say of its configuration: assertions that do not hold, and warnings. */

import { type Fact, fact } from "../fact.ts";

export interface ToldByHost {
  /** Whose assertion or warning it is, as the evaluation names it. */
  readonly file: string;
  readonly message: string;
}

/** What cannot be evaluated holds: of that other rules tell. */
const failed = `
  concatMap (it: let all = or' [ ] it.value; in
    concatMap (each: if or' true (each.assertion != false) then [ ] else [ { file = text it.file; message = or' "" (text each.message); } ])
      (if isList all then all else [ ]))
    (options.assertions.definitionsWithLocations or [ ])`;

const warned = `
  concatMap (it: let all = or' [ ] it.value; in
    concatMap (each: let message = or' null (text each); in if message == null then [ ] else [ { file = text it.file; inherit message; } ])
      (if isList all then all else [ ]))
    (options.warnings.definitionsWithLocations or [ ])`;

export const failedAssertions: Fact<readonly ToldByHost[]> = fact("failedAssertions", {
  nixos: failed,
  darwin: failed,
  home: failed,
});

export const hostWarnings: Fact<readonly ToldByHost[]> = fact("hostWarnings", {
  nixos: warned,
  darwin: warned,
  home: warned,
});
