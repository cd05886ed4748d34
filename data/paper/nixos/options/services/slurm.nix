{
  config,
  lib,
  options,
  pkgs,
}:
{
  "controlAddr" = config.services.slurm.controlMachine;
  "dbdserver.dbdHost" = config.networking.hostName;
  "dbdserver.storageUser" = config.services.slurm.user;
  "package" = pkgs.slurm;
}
