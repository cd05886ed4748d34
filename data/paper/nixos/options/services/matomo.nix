{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hostname" = "matomo.${config.networking.fqdnOrHostName}";
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
  "package" = pkgs.matomo;
}
