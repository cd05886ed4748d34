{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hbase;
}
