{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nixf-diagnose;
}
