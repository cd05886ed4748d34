{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gmrender-resurrect;
}
