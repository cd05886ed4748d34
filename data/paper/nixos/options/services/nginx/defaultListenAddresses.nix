{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = [ "0.0.0.0" ] ++ lib.optional config.networking.enableIPv6 "[::0]";
}
