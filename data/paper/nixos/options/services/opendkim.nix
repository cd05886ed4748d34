{
  config,
  lib,
  options,
  pkgs,
}:
{
  "domains" = "csl:${config.networking.hostName}";
}
