{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jobs.<name>.archiveBaseName" = name: "${config.networking.hostName}-${name}";
  "package" = pkgs.borgbackup;
}
