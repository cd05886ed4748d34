{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.playerctl;
}
