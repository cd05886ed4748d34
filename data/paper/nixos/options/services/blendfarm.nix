{
  config,
  lib,
  options,
  pkgs,
}:
{
  "blenderPackage" = pkgs.blender;
  "package" = pkgs.blendfarm;
}
