{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.heisenbridge;
}
