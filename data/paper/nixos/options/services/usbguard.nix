{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.usbguard;
}
