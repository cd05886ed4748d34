# Machines to build for, under short names, as listed in `examples.json`.
{ lib }:
let
  listed = builtins.fromJSON (builtins.readFile ./examples.json);
in
builtins.mapAttrs (
  _: example:
  builtins.removeAttrs example [ "like" ]
  // lib.optionalAttrs (example ? like) lib.systems.platforms.${example.like}
) listed
