{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.taskchampion-sync-server;
}
