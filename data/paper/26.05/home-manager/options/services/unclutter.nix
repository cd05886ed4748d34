{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.unclutter-xfixes;
}
