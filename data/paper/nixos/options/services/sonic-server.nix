{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sonic-server;
}
