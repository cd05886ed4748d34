{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.owncloud-client;
}
