{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.desktoppr;
}
