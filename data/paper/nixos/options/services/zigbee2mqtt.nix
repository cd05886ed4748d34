{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zigbee2mqtt;
}
