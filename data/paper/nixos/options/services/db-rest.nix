{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.db-rest;
}
