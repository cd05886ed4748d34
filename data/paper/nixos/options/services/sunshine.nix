{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sunshine;
}
