# Adds the packages to nixpkgs, built from its own.
{ sources }:
final: _prev:
removeAttrs (import ../packages {
  pkgs = final;
  inherit sources;
}) [ "default" ]
