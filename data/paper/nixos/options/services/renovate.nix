{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.renovate;
}
