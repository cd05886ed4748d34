{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hickory-dns;
  "settings.listen_addrs_ipv6" = lib.optional config.networking.enableIPv6 "::0";
  "settings.zones.*.file" = name: "${config.zone}.zone";
}
