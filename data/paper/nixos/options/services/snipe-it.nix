{
  config,
  lib,
  options,
  pkgs,
}:
{
  "appURL" = ''
  http''${lib.optionalString tlsEnabled "s"}://''${cfg.hostName}
'';
  "hostName" = config.networking.fqdnOrHostName;
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
}
