{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.plan9port;
}
