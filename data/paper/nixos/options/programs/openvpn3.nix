{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openvpn3;
}
