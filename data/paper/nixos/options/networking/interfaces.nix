{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.tempAddress" = name: config.networking.tempAddresses;
}
