{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mujmap;
}
