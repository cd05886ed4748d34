{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openiscsi;
}
