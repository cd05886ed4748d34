{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openstackclient;
}
