/** What modules get as arguments. */

import { fact } from "../fact.ts";

export interface ModuleArguments {
  /** Where the modules are, as in the lists of the record. */
  readonly at: readonly string[];
  readonly names: readonly string[];
  /** On paper, whether there are modules of which nothing is known, which may add to the arguments. */
  readonly isOpen: boolean;
}

const nix = `
  let
    argumentsOf = call:
      let
        args = elemAt call.arguments 3;
        loc = args.options._module.args.loc;
        opaque = or' [ ] (map (it: it.isRelease or false) args.options._module.opaque.value);
      in {
        at = map text (builtins.genList (elemAt loc) (length loc - 2));
        names = attrNames args ++ attrNames args.config._module.args;
        isOpen = elem false opaque;
      };
    # the modules of homes are collected when these are asked for theirs
    collected = builtins.seq (attempt tried.modules.success) (allCalls "collectStructuredModules");
    ofModules = filter (call: or' false (elemAt call.arguments 1 == "")) collected;
    isOfInterest = it: it != null && (it.at == [ ] || head it.at == "home-manager");
  in
  filter isOfInterest (map (call: or' null (whole (argumentsOf call))) ofModules)
`;

export const moduleArguments = fact<readonly ModuleArguments[]>("moduleArguments", {
  nixos: nix,
  darwin: nix,
  home: nix,
});
