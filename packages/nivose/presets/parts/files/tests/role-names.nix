# `@namespace@.roles.workstation.development` and `@namespace@.development` are the same options: neither has one that the other
# lacks, and their values are equal on every host.
{ lib, systems }:
let
  ofHost =
    name:
    { config, options, ... }:
    let
      own = config.@namespace@.development;
      reexported = config.@namespace@.roles.workstation.development;

      namesIn = lib.mapAttrs (_: builtins.attrNames);
      plain = lib.mapAttrs (_: lib.filterAttrs (_: value: !lib.isDerivation value));
    in
    [
      {
        holds =
          namesIn options.@namespace@.development == namesIn options.@namespace@.roles.workstation.development;
        says = "${name}: roles.workstation.development and development have different options; roles/workstation.nix lists them.";
      }
      {
        holds = plain own == plain reexported;
        says = "${name}: roles.workstation.development and development have different values.";
      }
    ];
in
lib.concatLists (lib.mapAttrsToList ofHost systems)
