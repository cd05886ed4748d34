{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.feh;
}
