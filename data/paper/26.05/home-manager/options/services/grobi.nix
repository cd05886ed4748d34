{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.grobi;
}
