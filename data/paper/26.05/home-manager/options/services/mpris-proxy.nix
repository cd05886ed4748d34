{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bluez;
}
