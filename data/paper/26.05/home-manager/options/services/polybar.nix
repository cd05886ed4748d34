{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.polybar;
}
