{
  config,
  lib,
  options,
  pkgs,
}:
{
  "fontPackages" = builtins.filter lib.types.package.check config.fonts.packages;
  "package" = pkgs.steam;
  "protontricks.package" = pkgs.protontricks;
}
