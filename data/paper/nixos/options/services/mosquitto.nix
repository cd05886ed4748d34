{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mosquitto;
}
