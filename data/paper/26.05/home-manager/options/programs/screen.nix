{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.screen;
}
