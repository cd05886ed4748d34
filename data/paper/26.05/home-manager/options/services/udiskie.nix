{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.udiskie;
}
