# PostgreSQL: for each name a database and a user that owns it, and a dump of all of them every night.
{ config, lib, ... }:
let
  cfg = config.stations.services.databases;
in
{
  options.stations.services.databases = {
    enable = lib.mkEnableOption "PostgreSQL";

    names = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "notes" ];
      description = "Databases that are to exist. A local user of the same name gets in without a password.";
    };
  };

  config = lib.mkIf cfg.enable {
    services = {
      postgresql = {
        enable = true;
        ensureDatabases = cfg.names;
        ensureUsers = map (name: {
          inherit name;
          ensureDBOwnership = true;
        }) cfg.names;
      };

      # Files of a running database are no backup; these dumps are, and the backup module takes them along.
      postgresqlBackup = {
        enable = true;
        backupAll = true;
        location = "/var/backup/postgresql";
        startAt = "*-*-* 01:15:00";
      };
    };
  };
}
