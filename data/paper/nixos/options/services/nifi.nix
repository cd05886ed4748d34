{
  config,
  lib,
  options,
  pkgs,
}:
{
  "listenHost" = if config.services.nifi.enableHTTPS
then "0.0.0.0"
else "127.0.0.1";
  "listenPort" = if config.services.nifi.enableHTTPS
then "8443"
else "8000";
  "package" = pkgs.nifi;
  "proxyHost" = if config.services.nifi.enableHTTPS
then "0.0.0.0"
else null;
  "proxyPort" = if config.services.nifi.enableHTTPS
then "8443"
else null;
}
