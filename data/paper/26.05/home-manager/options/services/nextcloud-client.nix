{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nextcloud-client;
}
