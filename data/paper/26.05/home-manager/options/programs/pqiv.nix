{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pqiv;
}
