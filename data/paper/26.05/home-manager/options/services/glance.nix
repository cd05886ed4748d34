{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.glance;
}
