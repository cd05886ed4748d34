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
  "package" = pkgs.nifi;
  "proxyHost" = if config.services.nifi.enableHTTPS
then "0.0.0.0"
else null;
}
