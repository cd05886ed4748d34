{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.eclipses.eclipse-platform;
}
