# AdGuard Home: a resolver that leaves out advertisements, with a page that shows what was asked.
{ config, lib, ... }:
let
  inherit (config.homelab) dns domain services;
  cfg = services.adguardhome;
  isFront = dns.front == "adguardhome";
in
{
  options.homelab.services.adguardhome = {
    enable = lib.mkEnableOption "AdGuard Home";

    port = lib.mkOption {
      type = lib.types.port;
      default = if isFront then 53 else 5301;
      defaultText = lib.literalMD "53, or 5301 behind dnsdist";
      description = "The port for DNS.";
    };

    webPort = lib.mkOption {
      type = lib.types.port;
      default = 3000;
      description = "The port of its page, on this host only: a proxy serves it.";
    };

    upstreams = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ "https://dns.quad9.net/dns-query" ];
      description = "Whom it asks.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.adguardhome = {
      enable = true;
      host = "127.0.0.1";
      port = cfg.webPort;
      # What is changed on its page lasts until the next start. What is to stay is written here.
      mutableSettings = false;
      settings = {
        dns = {
          bind_hosts = [ (if isFront then "0.0.0.0" else "127.0.0.1") ];
          inherit (cfg) port;
          upstream_dns =
            cfg.upstreams
            ++ lib.optional services.bind.enable "[/${domain}/]127.0.0.1:${toString services.bind.port}";
          # Only to find the servers above.
          bootstrap_dns = dns.upstreams;
        };
        filters = [
          {
            enabled = true;
            id = 1;
            name = "AdGuard DNS filter";
            url = "https://adguardteam.github.io/HostlistsRegistry/assets/filter_1.txt";
          }
        ];
      };
    };

    homelab = {
      ports = {
        adguardhome = {
          inherit (cfg) port;
          protocols = [
            "tcp"
            "udp"
          ];
          address = if isFront then "0.0.0.0" else "127.0.0.1";
          open = isFront;
        };
        adguardhome-web = {
          port = cfg.webPort;
          address = "127.0.0.1";
        };
      };
      sites.adguard.port = cfg.webPort;
      backup.paths = [ "/var/lib/private/AdGuardHome" ];
    };
  };
}
