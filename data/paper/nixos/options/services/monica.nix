{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
}
