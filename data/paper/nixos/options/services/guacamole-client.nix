{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.guacamole-client;
}
