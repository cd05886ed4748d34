# Encrypted backups with restic, every night, away from the machine.
{ config, lib, ... }:
let
  cfg = config.@namespace@.roles.server.backup;
  database = config.@namespace@.roles.server.database;
in
{
  options.@namespace@.roles.server.backup = {
    enable = lib.mkEnableOption "encrypted backups to another place";

    repositoryFile = lib.mkOption {
      type = lib.types.path;
      description = "The file that says where backups go, as restic has it: `sftp:user@host:/folder`, `s3:…`.";
    };

    passwordFile = lib.mkOption {
      type = lib.types.path;
      description = "The file with the password that backups are encrypted with. Without it they are lost.";
    };

    paths = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [
        "/etc/ssh"
        "/var/lib"
      ];
      description = "What is backed up. The dumps of databases are, if there are any.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.restic.backups.@namespace@ = {
      inherit (cfg) passwordFile repositoryFile;
      paths = cfg.paths ++ lib.optional database.enable config.services.postgresqlBackup.location;
      # A running database cannot be copied file by file; its dumps can.
      exclude = [
        "/var/lib/docker"
        "/var/lib/containers"
        "/var/lib/postgresql"
      ];
      initialize = true;
      timerConfig = {
        OnCalendar = "03:30";
        RandomizedDelaySec = "30m";
        Persistent = true;
      };
      pruneOpts = [
        "--keep-daily 7"
        "--keep-weekly 5"
        "--keep-monthly 12"
      ];
    };
  };
}
