{
  config,
  lib,
  options,
  pkgs,
}:
{
  "backupAll" = let inherit (config) services; in
services.postgresqlBackup.databases == [];
}
