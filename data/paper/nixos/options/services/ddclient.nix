{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ddclient;
}
