{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraLuaPackages" = ps: [ ];
  "package" = pkgs.sketchybar;
  "sbarLuaPackage" = pkgs.sbarlua;
}
