{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pgadmin4;
}
