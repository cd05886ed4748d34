{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rustdesk-server;
}
