{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bird-lg;
  "proxy.traceroute.binary" = "${pkgs.traceroute}/bin/traceroute";
}
