{
  config,
  lib,
  options,
  pkgs,
}:
{
  "allowDHCP" = config.services.adguardhome.settings.dhcp.enabled or false;
  "package" = pkgs.adguardhome;
  "settings.schema_version" = let cfg = config.services.adguardhome; in
cfg.package.schema_version;
}
