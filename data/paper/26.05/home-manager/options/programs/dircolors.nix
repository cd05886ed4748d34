{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.coreutils;
}
