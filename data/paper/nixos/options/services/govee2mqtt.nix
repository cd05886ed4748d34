{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.govee2mqtt;
}
