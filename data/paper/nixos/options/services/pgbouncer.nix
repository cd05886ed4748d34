{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pgbouncer;
}
