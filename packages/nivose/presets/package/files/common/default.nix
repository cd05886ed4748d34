# The packages, without flakes: `nix-build -A @attr@`.
#
# Besides the packages there are `nixosModules`, `homeModules` and `overlay`.
{
  pkgs ? import <nixpkgs> { },
# @if toshy@
  # Folders with the sources; by default those that flake.lock names.
  sources ? import ./sources.nix,
# @end@
}:
let
  modules = import ./modules {
    inherit (pkgs) lib;
    packagesFor = hostPkgs: import ./packages {
      pkgs = hostPkgs;
# @if toshy@
      inherit sources;
# @end@
    };
  };
in
import ./packages { inherit pkgs@andSources@; }
// {
  inherit (modules) nixosModules homeModules;
  overlay = import ./overlays@overlaySources@;
}
