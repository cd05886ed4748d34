{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.attic-server;
}
