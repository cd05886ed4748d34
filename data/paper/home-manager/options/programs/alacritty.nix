{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.alacritty;
}
