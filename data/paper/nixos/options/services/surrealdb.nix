{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.surrealdb;
}
