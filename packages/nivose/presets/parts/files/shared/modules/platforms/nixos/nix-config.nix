# What NixOS adds to the settings of Nix.
{ config, lib, ... }:
let
  cfg = config.@namespace@.base.nix-config;
in
{
  config = lib.mkIf cfg.enable {
    nix = {
      # Channels would be a second source of packages, beside the flake's lock file.
      channel.enable = false;
      gc.dates = "weekly";
      settings.trusted-users = [ "@wheel" ];
    };

    # Menus of boot loaders need not list more than anybody goes back to.
    boot.loader.systemd-boot.configurationLimit = lib.mkDefault 10;
    boot.loader.grub.configurationLimit = lib.mkDefault 10;
  };
}
