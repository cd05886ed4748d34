{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.netclient;
}
