{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nginxConfig.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
  "package" = pkgs.jirafeau;
}
