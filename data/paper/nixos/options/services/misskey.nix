{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.misskey;
  "reverseProxy.webserver.caddy.logFormat" = ''
  output file ''${config.services.caddy.logDir}/access-''${hostName}.log
'';
  "reverseProxy.webserver.nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
}
