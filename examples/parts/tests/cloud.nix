# What Terraform is asked for, against the inventory and against what the hosts open.
{
  fleet,
  lib,
  nixosConfigurations,
  terraform,
}:
let
  resources = terraform.resource or { };

  ofHost =
    name: host:
    let
      key = fleet.resourceName name;
      server = resources.hcloud_server.${key};
      attached = resources.hcloud_server_network.${key};
      openTo =
        protocol:
        lib.concatMap (rule: lib.optional (rule.protocol == protocol) rule.port) (
          resources.hcloud_firewall.${key}.rule
        );
      hostOpens = map toString nixosConfigurations.${name}.config.networking.firewall.allowedTCPPorts;
    in
    [
      {
        holds = server.name == name && server.server_type == host.cloud.serverType;
        says = "The server ${name} is not what fleet.nix says.";
      }
      {
        holds = attached.ip == host.cloud.privateAddress;
        says = "The server ${name} has another private address than in fleet.nix.";
      }
      {
        holds = lib.all (port: builtins.elem port (openTo "tcp")) hostOpens;
        says = "${name} opens a port that its firewall at Hetzner keeps shut.";
      }
      {
        holds = builtins.elem "22" (openTo "tcp");
        says = "The firewall of ${name} lets no SSH in.";
      }
      {
        holds = !(builtins.elem "5432" (openTo "tcp"));
        says = "The firewall of ${name} opens PostgreSQL to the world.";
      }
    ];
in
lib.concatLists (lib.mapAttrsToList ofHost (fleet.inPlace "hetzner"))
++ [
  {
    holds =
      builtins.attrNames (resources.hcloud_server or { }) == builtins.sort builtins.lessThan (
        map fleet.resourceName (builtins.attrNames (fleet.inPlace "hetzner"))
      );
    says = "Terraform has other servers than fleet.nix.";
  }
  {
    holds = terraform.provider.hcloud.token == "\${var.hcloud_token}";
    says = "The token of Hetzner has to be a variable: what is written here is in the store, for all to read.";
  }
]
