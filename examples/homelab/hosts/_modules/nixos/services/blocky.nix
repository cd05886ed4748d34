# Blocky: a second resolver that leaves out advertisements. It keeps no state and takes over if the first one fails.
{ config, lib, ... }:
let
  inherit (config.homelab) dns domain services;
  cfg = services.blocky;
  isFront = dns.front == "blocky";
in
{
  options.homelab.services.blocky = {
    enable = lib.mkEnableOption "Blocky";

    port = lib.mkOption {
      type = lib.types.port;
      default = if isFront then 53 else 5302;
      defaultText = lib.literalMD "53, or 5302 behind another name server";
      description = "The port for DNS.";
    };

    metricsPort = lib.mkOption {
      type = lib.types.port;
      default = 4000;
      description = "The port of its metrics, on this host only.";
    };

    upstreams = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ "https://dns.quad9.net/dns-query" ];
      description = "Whom it asks.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.blocky = {
      enable = true;
      settings = {
        ports = {
          dns = "${if isFront then "0.0.0.0" else "127.0.0.1"}:${toString cfg.port}";
          http = "127.0.0.1:${toString cfg.metricsPort}";
        };
        upstreams = {
          groups.default = cfg.upstreams;
          # Answer at once, even if nobody outside can be reached yet: names of the house do not need them.
          init.strategy = "fast";
        };
        bootstrapDns = map (address: { upstream = address; }) dns.upstreams;
        conditional.mapping = lib.optionalAttrs services.bind.enable {
          ${domain} = "127.0.0.1:${toString services.bind.port}";
        };
        blocking = {
          denylists.ads = [ "https://raw.githubusercontent.com/StevenBlack/hosts/master/hosts" ];
          clientGroupsBlock.default = [ "ads" ];
          # Answer at once; the lists come when they are loaded.
          loading.strategy = "fast";
        };
        prometheus.enable = true;
      };
    };

    homelab.ports = {
      blocky = {
        inherit (cfg) port;
        protocols = [
          "tcp"
          "udp"
        ];
        address = if isFront then "0.0.0.0" else "127.0.0.1";
        open = isFront;
      };
      blocky-metrics = {
        port = cfg.metricsPort;
        address = "127.0.0.1";
      };
    };
  };
}
