# For those who do not evaluate flakes: needs a package set to be given.
{
  system ? builtins.currentSystem,
  nixpkgs,
  isFlakes ? false,
}:
import ./nix { inherit system nixpkgs isFlakes; }
