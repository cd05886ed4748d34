{
  config,
  lib,
  options,
  pkgs,
}:
{
  "locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
}
