{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.harmonia;
}
