{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.clickhouse;
}
