{
  config,
  lib,
  options,
  pkgs,
}:
{
  "websockify.sslKey" = config.services.networking.websockify.sslCert;
}
