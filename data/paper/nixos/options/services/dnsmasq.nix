{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dnsmasq;
}
