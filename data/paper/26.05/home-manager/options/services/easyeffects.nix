{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.easyeffects;
}
