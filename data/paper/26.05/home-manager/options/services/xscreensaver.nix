{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xscreensaver;
}
