{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = config.networking.wireguard.interfaces != { };
}
