{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.influxdb;
}
