{
  config,
  lib,
  options,
  pkgs,
}:
{
  "allowDHCP" = config.services.adguardhome.settings.dhcp.enabled or false;
  "package" = pkgs.adguardhome;
}
