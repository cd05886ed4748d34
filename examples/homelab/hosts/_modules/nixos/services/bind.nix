# BIND: the authority for the domain of the house. Its zone is made from fleet.nix, so a new machine has a name at once.
{
  config,
  fleet,
  host,
  lib,
  pkgs,
  ...
}:
let
  inherit (config.homelab) dns domain sites;
  cfg = config.homelab.services.bind;
  isFront = dns.front == "bind";
  address = if isFront then "any" else "127.0.0.1";

  isIPv4 = text: builtins.match "([0-9]{1,3}\\.){3}[0-9]{1,3}" text != null;
  addressed = lib.filterAttrs (_: other: isIPv4 other.address) fleet.hosts;
  record = name: target: "${name} IN A ${target}";

  # There is no second name server that would look at the serial number.
  zone = pkgs.writeText "${domain}.zone" (
    lib.concatLines (
      [
        "$TTL 300"
        "@ IN SOA ns hostmaster 1 3600 600 604800 300"
        "@ IN NS ns"
        (record "ns" (if isIPv4 host.address then host.address else "127.0.0.1"))
      ]
      ++ lib.mapAttrsToList (name: other: record name other.address) addressed
      ++ lib.optionals (isIPv4 host.address) (
        [ (record "@" host.address) ]
        ++ map (name: record name host.address) (
          lib.subtractLists (builtins.attrNames addressed) (builtins.attrNames sites)
        )
      )
      ++ cfg.extraRecords
    )
  );
in
{
  options.homelab.services.bind = {
    enable = lib.mkEnableOption "BIND for the domain of the house";

    port = lib.mkOption {
      type = lib.types.port;
      default = if isFront then 53 else 5303;
      defaultText = lib.literalMD "53, or 5303 behind another name server";
      description = "The port for DNS.";
    };

    extraRecords = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "printer IN A 192.168.1.9" ];
      description = "Further lines of the zone.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.bind = {
      enable = true;
      # The module of 24.11 has no option for the port, so its own listeners are off and ours are below.
      listenOn = [ "none" ];
      listenOnIpv6 = [ "none" ];
      extraOptions = "listen-on port ${toString cfg.port} { ${address}; };";
      cacheNetworks = [ "127.0.0.0/8" ] ++ config.homelab.lan;
      forwarders = dns.upstreams;
      zones.${domain} = {
        master = true;
        file = zone;
      };
    };

    homelab.ports = {
      bind = {
        inherit (cfg) port;
        protocols = [
          "tcp"
          "udp"
        ];
        address = if isFront then "0.0.0.0" else "127.0.0.1";
        open = isFront;
      };
      # rndc: how the running server is told to read its zones again.
      bind-control = {
        port = 953;
        address = "127.0.0.1";
      };
    };
  };
}
