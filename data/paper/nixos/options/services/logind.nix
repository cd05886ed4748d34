{
  config,
  lib,
  options,
  pkgs,
}:
{
  "lidSwitchExternalPower" = let inherit (config) services; in
services.logind.lidSwitch;
}
