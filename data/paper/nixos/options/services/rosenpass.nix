{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rosenpass;
  "settings.peers.*.device" = config.services.rosenpass.defaultDevice;
}
