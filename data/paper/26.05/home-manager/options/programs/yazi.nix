{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yazi;
  "shellWrapperName" = if lib.versionAtLeast config.home.stateVersion "26.05" then "y" else "yy";
}
