{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.labwc;
}
