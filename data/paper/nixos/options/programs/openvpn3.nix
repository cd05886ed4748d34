{
  config,
  lib,
  options,
  pkgs,
}:
{
  "netcfg.settings.systemd_resolved" = config.services.resolved.enable;
  "package" = pkgs.openvpn3;
}
