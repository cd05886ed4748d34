/** What a host becomes: the derivation of its whole system, and the options that were read on the way there. */

import type { WatchedFunctions } from "@nivose/nix/evaluation";
import type { HostKind } from "../host.ts";
import type { FactsByKind } from "./shared.ts";

/** Each option that is declared is a call of it, which is made when something of the option is asked for. */
export const watchedForSystem: WatchedFunctions = { file: "/lib/modules.nix", names: ["evalOptionValue"] };

const systems: FactsByKind = {
  nixos: "host.config.system.build.toplevel",
  darwin: "host.config.system.build.toplevel",
  home: "host.activationPackage",
};

/** A fact of its own, which is there whether the system can be evaluated or not. */
export const systemFact: FactsByKind = {
  nixos: factOf(systems.nixos),
  darwin: factOf(systems.darwin),
  home: factOf(systems.home),
};

/** Of a system that cannot be evaluated the whole failure is known only if nothing else is asked. */
export function systemQuestion(kind: HostKind): string {
  return `host: builtins.unsafeDiscardStringContext ${systems[kind]}.drvPath`;
}

function factOf(system: string): string {
  return `
    becomes =
      let derivation = attempt (text ${system}.drvPath); in
      if ! derivation.success then { problem = derivation.error; inherit (derivation) isLimit; }
      else {
        derivation = derivation.value;
        reads = builtins.concatStringsSep "\\n" (map (builtins.concatStringsSep "\\t") (inspection.evaluated "evalOptionValue" "value"));
      };
`;
}
