{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sql-formatter;
}
