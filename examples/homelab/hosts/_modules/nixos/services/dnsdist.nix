# dnsdist: the name server of the house. It spreads questions over the resolvers of this host, remembers answers, and asks
# BIND about the house itself. With no resolver here it asks outside.
{ config, lib, ... }:
let
  inherit (config.homelab) dns domain services;
  cfg = services.dnsdist;

  # In the order in which they are asked: the next one only if the one before does not answer.
  resolvers = builtins.filter (name: services.${name}.enable) [
    "adguardhome"
    "blocky"
  ];
  servers =
    if resolvers != [ ] then
      map (name: {
        inherit name;
        address = "127.0.0.1:${toString services.${name}.port}";
      }) resolvers
    else
      map (address: {
        name = address;
        address = "${address}:53";
      }) dns.upstreams;

  backends = resolvers ++ lib.optional services.bind.enable "bind";
  units = map (name: "${name}.service") backends;
in
{
  options.homelab.services.dnsdist = {
    enable = lib.mkEnableOption "dnsdist in front of the resolvers";

    port = lib.mkOption {
      type = lib.types.port;
      default = 53;
      description = "The port for DNS.";
    };

    cacheSize = lib.mkOption {
      type = lib.types.ints.positive;
      default = 10000;
      description = "How many answers are remembered.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.dnsdist = {
      enable = true;
      listenPort = cfg.port;
      extraConfig = lib.concatLines (
        [
          "setACL({${
            lib.concatMapStringsSep ", " builtins.toJSON ([ "127.0.0.0/8" ] ++ config.homelab.lan)
          }})"
          "setServerPolicy(firstAvailable)"
        ]
        ++ lib.imap1 (
          order: server:
          "newServer({address=${builtins.toJSON server.address}, name=${builtins.toJSON server.name}, order=${toString order}})"
        ) servers
        ++ [
          ''getPool(""):setCache(newPacketCache(${toString cfg.cacheSize}, {maxTTL=86400}))''
        ]
        ++ lib.optionals services.bind.enable [
          ''newServer({address="127.0.0.1:${toString services.bind.port}", name="bind", pool="house", checkName="${domain}.", checkType="SOA"})''
          "house = newSuffixMatchNode()"
          ''house:add(newDNSName("${domain}."))''
          ''addAction(SuffixMatchNodeRule(house), PoolAction("house"))''
        ]
      );
    };

    # Started after those that it asks, so that the first questions find an answer.
    systemd.services.dnsdist = {
      after = units;
      wants = units;
    };

    homelab.ports.dnsdist = {
      inherit (cfg) port;
      protocols = [
        "tcp"
        "udp"
      ];
      open = true;
    };
  };
}
