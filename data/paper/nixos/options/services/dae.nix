{
  config,
  lib,
  options,
  pkgs,
}:
{
  "assets" = with pkgs; [ v2ray-geoip v2ray-domain-list-community ];
  "package" = pkgs.dae;
}
