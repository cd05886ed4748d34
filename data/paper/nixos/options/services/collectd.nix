{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.collectd;
}
