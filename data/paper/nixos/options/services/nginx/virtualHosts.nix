{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.locations.<name>.recommendedProxySettings" = name1: name: config.services.nginx.recommendedProxySettings;
}
