{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.octant;
}
