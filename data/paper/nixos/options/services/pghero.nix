{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pghero;
}
