{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wofi;
}
