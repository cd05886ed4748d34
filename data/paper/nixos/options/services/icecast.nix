{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hostname" = config.networking.domain;
}
