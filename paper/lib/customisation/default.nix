# Packages that can be changed after they were made, and sets of packages that know each other.
{ lib }:
let
  part = file: import file { inherit lib; };
in
{
  inherit (part ./overriding.nix) overrideDerivation makeOverridable;
  inherit (part ./calling.nix) callPackageWith callPackagesWith;
  inherit (part ./outputs.nix) extendDerivation hydraJob;
  inherit (part ./scopes.nix) makeScope makeScopeWithSplicing makeScopeWithSplicing';
}
