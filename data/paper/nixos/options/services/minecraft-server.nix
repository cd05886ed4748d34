{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.minecraft-server;
}
