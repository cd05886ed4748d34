{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.netdata;
}
