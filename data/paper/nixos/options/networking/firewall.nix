{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = if config.networking.nftables.enable then "pkgs.nftables" else "pkgs.iptables";
}
