# The desktop: Hyprland, development and media.
{ config, ... }:
{
  imports = [
    ./disk.nix
    ./hardware.nix
  ];

  networking.hostName = "Station-00";

  stations = {
    base.people = [ "player00" ];
    intel.enable = true;
    development.enable = true;
    media.enable = true;
    userEnvironments.player00 = "desktop";

    services = {
      backup = {
        enable = true;
        # Where backups are kept: a machine that is none of these.
        repository = "sftp:backup@backup.example.org:/srv/restic/Station-00";
        passwordFile = config.sops.secrets.restic-password.path;
      };
      monitoring.enable = true;
    };

    secrets = {
      names = [ "restic-password" ];
      passwordsOf = [ "player00" ];
    };
  };

  system.stateVersion = "26.05";
}
