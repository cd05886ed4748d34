{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
  "package" = pkgs.gancio;
  "settings.baseurl" = let cfg = config.services.gancio; in
"https://${cfg.settings.hostname}";
}
