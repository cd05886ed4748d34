# A firewall before each server, which opens what the server's own firewall opens: the ports are said once, by the roles.
{
  fleet,
  lib,
  nixosConfigurations,
  ...
}:
let
  world = [
    "0.0.0.0/0"
    "::/0"
  ];

  rule = protocol: port: {
    direction = "in";
    inherit protocol;
    port = toString port;
    source_ips = world;
  };

  rulesOf =
    name:
    let
      inherit (nixosConfigurations.${name}.config.networking) firewall;
      range = { from, to }: "${toString from}-${toString to}";
    in
    map (rule "tcp") (firewall.allowedTCPPorts ++ map range firewall.allowedTCPPortRanges)
    ++ map (rule "udp") (firewall.allowedUDPPorts ++ map range firewall.allowedUDPPortRanges)
    ++ lib.optional firewall.allowPing {
      direction = "in";
      protocol = "icmp";
      source_ips = world;
    };
in
{
  resource.hcloud_firewall = lib.mapAttrs' (name: _: {
    name = fleet.resourceName name;
    value = {
      inherit name;
      rule = rulesOf name;
    };
  }) (fleet.inPlace "hetzner");
}
