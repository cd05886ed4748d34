# What no flake can check by itself: that all of them fit together. A mistake is told while this is evaluated.
{
  inputs,
  lib,
  pkgs,
  hosts,
}:
let
  inherit (pkgs.stdenv.hostPlatform) system;

  graph = import ../graph.nix;

  stations = inputs.desktop-systems.nixosConfigurations // inputs.minimal-systems.nixosConfigurations;

  # Each a list of what is wrong.
  faults = {
    graph = import ./graph.nix { inherit graph; };
    inventory = import ./inventory.nix {
      inherit hosts lib stations;
      homes = inputs.user-environments.homeConfigurations;
    };
    locks = import ./locks.nix { inherit graph lib; };
    monitoring = import ./monitoring.nix { inherit hosts lib stations; };
  };

  check =
    name: found:
    if found == [ ] then
      pkgs.runCommand "check-${name}" { } ''touch "$out"''
    else
      throw "${name}:\n${lib.concatMapStringsSep "\n" (fault: "- ${fault}") found}";
in
lib.mapAttrs check faults
# Every station and every home, so that one command checks them all.
// inputs.desktop-systems.checks.${system} or { }
// inputs.minimal-systems.checks.${system} or { }
// inputs.user-environments.checks.${system} or { }
