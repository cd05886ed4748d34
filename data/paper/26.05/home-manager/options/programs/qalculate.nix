{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.libqalculate;
}
