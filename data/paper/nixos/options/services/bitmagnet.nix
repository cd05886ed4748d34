{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bitmagnet;
}
