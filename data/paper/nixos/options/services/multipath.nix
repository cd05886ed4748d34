{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.multipath-tools;
}
