{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fahclient;
}
