{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dynamips.package" = pkgs.dynamips;
  "package" = pkgs.gns3-server;
  "ubridge.package" = pkgs.ubridge;
  "vpcs.package" = pkgs.vpcs;
}
