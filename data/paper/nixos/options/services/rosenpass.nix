{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rosenpass;
}
