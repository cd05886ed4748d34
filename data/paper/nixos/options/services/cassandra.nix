{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cassandra;
}
