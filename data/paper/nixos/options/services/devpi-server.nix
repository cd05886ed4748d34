{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.devpi-server;
}
