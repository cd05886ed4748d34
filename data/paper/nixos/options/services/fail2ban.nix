{
  config,
  lib,
  options,
  pkgs,
}:
{
  "banaction" = if config.networking.nftables.enable then "nftables-multiport" else "iptables-multiport";
  "banaction-allports" = if config.networking.nftables.enable then "nftables-allports" else "iptables-allports";
  "package" = pkgs.fail2ban;
  "packageFirewall" = config.networking.firewall.package;
}
