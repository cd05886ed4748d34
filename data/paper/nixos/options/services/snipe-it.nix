{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hostName" = config.networking.fqdnOrHostName;
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
}
