# Everything for NixOS: the modules for all platforms, what NixOS adds to them, and the roles that only NixOS has.
{ config, lib, ... }:
let
  cfg = config.@namespace@.platforms.nixos;
in
{
  imports = [
    ../../base
    ../../development
    ../../roles/hypervisor.nix
    ../../roles/server.nix
    ../../roles/workstation.nix
    ./containers.nix
    ./nix-config.nix
    ./security.nix
    ./users.nix
    ./workstation.nix
  ];

  options.@namespace@.platforms.nixos = {
    enable = lib.mkEnableOption "what all machines with NixOS share" // {
      default = true;
    };
  };

  config = lib.mkIf cfg.enable {
    boot.tmp.cleanOnBoot = true;

    i18n.defaultLocale = lib.mkDefault "en_US.UTF-8";

    services.fstrim.enable = lib.mkDefault true;
  };
}
