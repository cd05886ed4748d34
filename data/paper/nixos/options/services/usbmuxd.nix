{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.usbmuxd;
}
