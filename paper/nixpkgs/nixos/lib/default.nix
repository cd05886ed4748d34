# `lib.nixos`, and `import (nixpkgs + "/nixos/lib") { }`.
{
  lib ? import ../../lib,
  ...
}:
{
  inherit (import ./eval-config-minimal.nix { inherit lib; }) evalModules;
  inherit (import ./testing { inherit lib; }) evalTest runTest;
}
