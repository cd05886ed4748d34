{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.redlib;
}
