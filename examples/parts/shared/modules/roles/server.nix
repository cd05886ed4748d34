# A machine that serves others, without anybody at its keyboard. NixOS only.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.mxmlabs.roles.server;
in
{
  imports = [
    ./server/backup.nix
    ./server/database.nix
    ./server/web.nix
  ];

  options.mxmlabs.roles.server = {
    enable = lib.mkEnableOption "a machine that serves others";
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.htop
      pkgs.tmux
    ];

    # Clocks of servers are compared with each other, in logs above all.
    time.timeZone = "UTC";

    # Compressed memory, before anything has to be killed.
    zramSwap.enable = true;

    services.journald.extraConfig = "SystemMaxUse=1G";

    documentation.nixos.enable = false;
  };
}
