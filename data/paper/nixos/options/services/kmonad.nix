{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kmonad;
}
