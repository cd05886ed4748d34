{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.misskey;
  "reverseProxy.webserver.nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
}
