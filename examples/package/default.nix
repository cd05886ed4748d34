# The packages, without flakes: `nix-build -A toshy`.
#
# Besides the packages there are `nixosModules`, `homeModules` and `overlay`.
{
  pkgs ? import <nixpkgs> { },
  # Folders with the sources; by default those that flake.lock names.
  sources ? import ./sources.nix,
}:
let
  modules = import ./modules {
    inherit (pkgs) lib;
    packagesFor =
      hostPkgs:
      import ./packages {
        pkgs = hostPkgs;
        inherit sources;
      };
  };
in
import ./packages { inherit pkgs sources; }
// {
  inherit (modules) nixosModules homeModules;
  overlay = import ./overlays { inherit sources; };
}
