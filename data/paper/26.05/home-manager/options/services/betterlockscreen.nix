{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.betterlockscreen;
}
