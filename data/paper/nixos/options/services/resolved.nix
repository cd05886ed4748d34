{
  config,
  lib,
  options,
  pkgs,
}:
{
  "domains" = config.networking.search;
}
