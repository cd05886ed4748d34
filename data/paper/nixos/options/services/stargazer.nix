{
  config,
  lib,
  options,
  pkgs,
}:
{
  "listen" = [ "0.0.0.0" ] ++ lib.optional config.networking.enableIPv6 "[::0]";
}
