{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configTemplate" = "${config.services.freeswitch.package}/share/freeswitch/conf/vanilla";
  "package" = pkgs.freeswitch;
}
