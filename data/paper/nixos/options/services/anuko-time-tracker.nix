{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
  "package" = pkgs.anuko-time-tracker;
}
