{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.crossfire-server;
}
