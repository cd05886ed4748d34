# A laptop that serves: databases, and the eyes on the others.
{ config, ... }:
{
  imports = [
    ./disk.nix
    ./hardware.nix
  ];

  networking.hostName = "Station-01";

  stations = {
    base.people = [ "player00" ];
    intel.enable = true;
    power = {
      enable = true;
      ignoreLid = true;
    };
    server.enable = true;
    userEnvironments.player00 = "minimal";

    services = {
      backup = {
        enable = true;
        # Where backups are kept: a machine that is none of these.
        repository = "sftp:backup@backup.example.org:/srv/restic/Station-01";
        passwordFile = config.sops.secrets.restic-password.path;
      };
      databases = {
        enable = true;
        names = [ "notes" ];
      };
      monitoring = {
        enable = true;
        server = {
          enable = true;
          targets = [
            "station-00.example.org"
            "station-01.example.org"
            "station-02.example.org"
          ];
        };
      };
    };

    secrets = {
      names = [ "restic-password" ];
      passwordsOf = [ "player00" ];
    };
  };

  system.stateVersion = "26.05";
}
