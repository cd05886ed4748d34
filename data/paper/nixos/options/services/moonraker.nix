{
  config,
  lib,
  options,
  pkgs,
}:
{
  "klipperSocket" = config.services.klipper.apiSocket;
  "package" = pkgs.moonraker;
}
