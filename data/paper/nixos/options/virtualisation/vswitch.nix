{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openvswitch;
}
