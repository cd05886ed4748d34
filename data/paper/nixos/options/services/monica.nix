{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hostname" = config.networking.fqdn;
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
}
