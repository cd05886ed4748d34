{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.netdata;
  "python.extraPackages" = ps: [];
}
