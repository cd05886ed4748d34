{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.woodpecker-server;
}
