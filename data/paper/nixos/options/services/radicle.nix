{
  config,
  lib,
  options,
  pkgs,
}:
{
  "httpd.nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
  "httpd.package" = pkgs.radicle-httpd;
  "package" = pkgs.radicle-node;
}
