# Stations that serve: nobody sits in front of them, so they must come back by themselves and be understood from afar.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.stations.server;
in
{
  options.stations.server.enable = lib.mkEnableOption "what a station without a screen needs";

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.dnsutils
      pkgs.ethtool
      pkgs.iotop
      pkgs.jq
      pkgs.lsof
      pkgs.rsync
      pkgs.smartmontools
      pkgs.tcpdump
      pkgs.tmux
    ];

    # Nobody would see the prompt of the emergency mode.
    systemd.enableEmergencyMode = false;

    # After a panic it starts again.
    boot.kernel.sysctl."kernel.panic" = 10;
  };
}
