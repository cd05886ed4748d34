{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dnscontrol;
}
