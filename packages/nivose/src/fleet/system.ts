/** What a host becomes: the derivation of its whole system, and the options that were read on the way there. */

import type { WatchedFunctions } from "@nivose/nix/evaluation";
import type { AskFlake, FoundHost } from "./discover.ts";
import { problemOf, type HostKind, type HostProblem } from "./host.ts";

export interface HostSystem {
  /** The path of the derivation in the store. */
  readonly derivation: string;
  /**
   * The options whose values were read, in no particular order: a line each, the names of its path with tabs between them.
   * There are ten thousand of them in a system, and hardly anybody asks. Empty if the module system was not seen at work.
   */
  readonly reads: string;
}

export async function systemOf(
  { flake, attribute, kind }: Pick<FoundHost, "flake" | "attribute" | "kind">,
  ask: AskFlake,
): Promise<HostSystem | HostProblem> {
  const answer = await ask(flake, `.${attribute}`, question(kind), watched);
  if (!answer.ok) return problemOf(answer);
  return answer.value as HostSystem;
}

/** Each option that is declared is a call of it, which is made when something of the option is asked for. */
const watched: WatchedFunctions = { file: "/lib/modules.nix", names: ["evalOptionValue"] };

const SYSTEMS: Readonly<Record<HostKind, string>> = {
  nixos: "host.config.system.build.toplevel",
  darwin: "host.config.system.build.toplevel",
  home: "host.activationPackage",
};

function question(kind: HostKind): string {
  return `
{ evaluated, ... }: host:
let derivation = builtins.unsafeDiscardStringContext ${SYSTEMS[kind]}.drvPath; in
builtins.seq derivation {
  inherit derivation;
  reads = builtins.concatStringsSep "\n" (map (builtins.concatStringsSep "\t") (evaluated "evalOptionValue" "value"));
}
`;
}
