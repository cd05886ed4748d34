/** Whether the system of a host can be evaluated as a whole, which is more than its options. */

import { type Fact, fact } from "../fact.ts";

export interface SystemFailure {
  readonly problem: string;
  /** Whether it is something that Nivose cannot do, or that is unknown on paper. */
  readonly isLimit: boolean;
}

/** While something is defined that nobody declares, that is why. */
const failureOf = (derivation: string): string => `
  if ! whatIsGiven.success then null
  else
    let it = attempt (text ${derivation}.drvPath); in
    if it.success then null else { problem = it.error; inherit (it) isLimit; }`;

export const systemFailure: Fact<SystemFailure | null> = fact("systemFailure", {
  nixos: failureOf("given.config.system.build.toplevel"),
  darwin: failureOf("given.config.system.build.toplevel"),
  home: failureOf("given.activationPackage"),
});
