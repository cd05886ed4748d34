{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gotify-server;
}
