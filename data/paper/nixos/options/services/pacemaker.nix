{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pacemaker;
}
