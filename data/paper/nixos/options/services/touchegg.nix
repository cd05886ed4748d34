{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.touchegg;
}
