{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.connman;
}
