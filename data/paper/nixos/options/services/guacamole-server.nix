{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.guacamole-server;
}
