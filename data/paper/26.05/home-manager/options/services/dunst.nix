{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dunst;
}
