{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nginx.proxy" = config.services.oauth2-proxy.httpAddress;
  "package" = pkgs.oauth2-proxy;
}
