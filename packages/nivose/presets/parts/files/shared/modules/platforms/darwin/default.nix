# Everything for macOS: the modules for all platforms, and what nix-darwin adds to them. Servers and hypervisors are NixOS.
{ config, lib, ... }:
let
  cfg = config.@namespace@.platforms.darwin;
in
{
  imports = [
    ../../base
    ../../development
    ../../roles/workstation.nix
    ./containers.nix
    ./nix-config.nix
    ./security.nix
    ./users.nix
    ./workstation.nix
  ];

  options.@namespace@.platforms.darwin = {
    enable = lib.mkEnableOption "what all Macs share" // {
      default = true;
    };

    owner = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      description = "Whose account settings of the desktop are for: macOS keeps them for each account.";
    };
  };

  config = lib.mkIf cfg.enable {
    programs.zsh.enable = true;
    # @if darwinPrimaryUser@

    system.primaryUser = cfg.owner;
    # @end@
  };
}
