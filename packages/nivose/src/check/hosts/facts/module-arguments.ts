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
    # the modules of homes are collected when these are asked for theirs
    collected = builtins.seq (attempt tried.modules.success) (allCalls "collectStructuredModules");
    argumentsOf = call: elemAt call.arguments 3;
    placeOf = call:
      let loc = (argumentsOf call).options._module.args.loc; in
      builtins.genList (index: text (elemAt loc index)) (length loc - 2);
    # there may be hundreds of other submodules
    isOfInterest = call: elemAt call.arguments 1 == "" && (let at = placeOf call; in at == [ ] || head at == "home-manager");
    tell = call:
      let given = argumentsOf call; in {
        at = placeOf call;
        names = attrNames given ++ attrNames given.config._module.args;
        isOpen = elem false (or' [ ] (map (it: it.isRelease or false) given.options._module.opaque.value));
      };
  in
  filter (it: it != null) (map (call: or' null (whole (tell call))) (filter (call: or' false (isOfInterest call)) collected))
`;

export const moduleArguments = fact<readonly ModuleArguments[]>("moduleArguments", {
  nixos: nix,
  darwin: nix,
  home: nix,
});
