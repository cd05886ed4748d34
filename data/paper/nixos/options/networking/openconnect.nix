{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openconnect;
}
