{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mullvad-vpn;
}
