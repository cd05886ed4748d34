{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.c2fmzq;
}
