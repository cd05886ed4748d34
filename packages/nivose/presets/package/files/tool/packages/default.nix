# All packages.
{ pkgs }:
let
  python3 = pkgs.python3.override {
    self = python3;
    packageOverrides = import ./python-deps.nix;
  };
  package = pkgs.callPackage ./@file@.nix { pythonPackages = python3.pkgs; };
in
{
  @attr@ = package;
  default = package;
}
