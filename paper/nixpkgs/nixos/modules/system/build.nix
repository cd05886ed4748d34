# `system.build`: whatever modules build, and what NixOS builds of every system, of which nothing is known.
{ lib, ... }:
let
  unknown = import ../../../declare/unknown.nix;
in
{
  options.system.build = lib.mkOption {
    default = { };
    type = lib.types.submoduleWith {
      modules = [ { freeformType = lib.types.lazyAttrsOf (lib.types.uniq lib.types.unspecified); } ];
    };
  };

  config.system.build = lib.genAttrs [
    "binsh"
    "bootStage1"
    "bootStage2"
    "earlyMountScript"
    "etc"
    "etcActivationCommands"
    "fileSystems"
    "initialRamdisk"
    "initialRamdiskSecretAppender"
    "installBootLoader"
    "kernel"
    "manual"
    "nixos-enter"
    "nixos-generate-config"
    "nixos-install"
    "nixos-option"
    "nixos-rebuild"
    "setEnvironment"
    "units"
  ] (name: lib.mkDefault (unknown "system.build.${name}"));
}
