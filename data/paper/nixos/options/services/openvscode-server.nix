{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openvscode-server;
}
