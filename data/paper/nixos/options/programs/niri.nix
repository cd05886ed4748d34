{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.niri;
}
