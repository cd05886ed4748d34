# It has little memory and a small disk: it keeps nothing that it can do without, and builds nothing.
{ config, lib, ... }:
let
  cfg = config.systems.roles.low-resource;
in
{
  options.systems.roles.low-resource.enable =
    lib.mkEnableOption "the role of a machine with few resources";

  config = lib.mkIf cfg.enable {
    # It is built on another machine, and updated from there.
    nix.settings = {
      max-jobs = 0;
      auto-optimise-store = true;
    };
    systems.security.rootLogin = true;

    # Memory is pressed together before anything is thrown out of it.
    zramSwap = {
      enable = true;
      memoryPercent = 100;
    };
    boot.kernel.sysctl."vm.swappiness" = 150;

    # A few days of messages are enough, and an old disk need not write them all.
    services.journald.extraConfig = ''
      SystemMaxUse=64M
      RuntimeMaxUse=16M
    '';

    documentation.enable = false;
    boot.loader = {
      grub.configurationLimit = 3;
      systemd-boot.configurationLimit = 3;
    };
    nix.gc.options = lib.mkForce "--delete-older-than 7d";

    warnings =
      lib.optional config.systems.containers.enable "${config.networking.hostName} has few resources, and runs containers."
      ++ lib.optional config.systems.desktop.enable "${config.networking.hostName} has few resources, and a whole desktop.";
  };
}
