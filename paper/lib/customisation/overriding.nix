# What a function made, together with the ways to make it again with other arguments.
{ lib }:
rec {
  overrideDerivation =
    package: change:
    let
      changed = derivation (package.drvAttrs // change package);
      spliced = lib.optionalAttrs (package ? __spliced) {
        __spliced = builtins.mapAttrs (_: each: overrideDerivation each change) package.__spliced;
      };
      beside = {
        meta = package.meta or { };
        passthru = package.passthru or { };
      };
      isSound = builtins.seq package.drvPath true;
    in
    lib.extendDerivation isSound (beside // package.passthru or { } // spliced) changed;

  makeOverridable =
    make:
    let
      # whoever asks which arguments there are is told those of the function itself
      likeMake = lib.mirrorFunctionArgs make;
    in
    likeMake (
      given:
      let
        made = make given;
        applied = change: given // (if lib.isFunction change then change given else change);
        override = likeMake (change: makeOverridable make (applied change));
        andThen = change: makeOverridable (likeMake (arguments: change (make arguments))) given;
      in
      if builtins.isAttrs made then
        made
        // {
          inherit override;
          overrideDerivation = change: andThen (package: overrideDerivation package change);
          ${if made ? overrideAttrs then "overrideAttrs" else null} =
            change: andThen (package: package.overrideAttrs change);
        }
      else if lib.isFunction made then
        lib.setFunctionArgs made (lib.functionArgs made) // { inherit override; }
      else
        made
    );
}
