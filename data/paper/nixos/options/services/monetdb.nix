{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.monetdb;
}
