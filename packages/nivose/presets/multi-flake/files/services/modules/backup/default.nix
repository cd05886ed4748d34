# Backups by restic, encrypted before they leave the station.
{ config, lib, ... }:
let
  cfg = config.@namespace@.services.backup;
in
{
  options.@namespace@.services.backup = {
    enable = lib.mkEnableOption "nightly backups";

    repository = lib.mkOption {
      type = lib.types.str;
      example = "sftp:backup@backup.example.org:/srv/restic/station";
      description = "Where they go, as restic takes it.";
    };

    passwordFile = lib.mkOption {
      type = lib.types.str;
      example = "/run/secrets/restic-password";
      description = "A file with the password of the repository. Without it nobody reads a backup, so keep a copy elsewhere.";
    };

    paths = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [
        "/etc/ssh"
        "/home"
        "/var/backup"
        "/var/lib"
      ];
      description = "What is saved.";
    };
  };

  config = lib.mkIf cfg.enable {
    # The name is that of its unit, restic-backups-station, which `nix run ./deployment#backup` starts.
    services.restic.backups.station = {
      inherit (cfg) passwordFile paths repository;
      initialize = true;
      exclude = [
        "/home/*/.cache"
        "/var/lib/containers"
        "/var/lib/systemd"
      ];
      timerConfig = {
        OnCalendar = "02:30";
        RandomizedDelaySec = "1h";
        # A laptop that slept makes up for it.
        Persistent = true;
      };
      pruneOpts = [
        "--keep-daily 7"
        "--keep-weekly 5"
        "--keep-monthly 12"
      ];
      extraBackupArgs = [ "--one-file-system" ];
    };
  };
}
