{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hostname" = config.networking.fqdnOrHostName;
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
}
