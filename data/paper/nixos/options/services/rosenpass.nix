{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rosenpass;
  "settings.peers.*.device" = name: config.services.rosenpass.defaultDevice;
}
