{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.varnish;
  "stateDir" = "/run/varnish/${config.networking.hostName}";
}
