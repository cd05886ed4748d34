{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cliphist;
}
