{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.dataDir" = name: "/var/lib/fedimintd-${name}/";
  "<name>.nginx.config.locations.<name>.recommendedProxySettings" = name1: name: config.services.nginx.recommendedProxySettings;
  "<name>.package" = name: pkgs.fedimint;
}
