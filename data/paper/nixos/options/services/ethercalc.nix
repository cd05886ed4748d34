{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ethercalc;
}
