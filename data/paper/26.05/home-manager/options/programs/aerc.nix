{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aerc;
}
