{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.uwsm;
}
