{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.redshift;
}
