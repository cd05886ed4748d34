{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wg-access-server;
}
