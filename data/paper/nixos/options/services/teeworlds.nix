{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.teeworlds-server;
}
