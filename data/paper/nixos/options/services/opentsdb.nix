{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opentsdb;
}
