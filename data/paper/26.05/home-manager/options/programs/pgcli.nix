{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pgcli;
}
