{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cockroachdb;
}
