{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dhall;
}
