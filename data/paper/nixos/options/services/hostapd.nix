{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hostapd;
}
