{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.qgroundcontrol;
}
