# Every port that something listens on. Two services with the same one are an error when the host is evaluated, not when
# the second of them fails to start.
{ config, lib, ... }:
let
  inherit (lib) mkOption types;
  cfg = config.homelab.ports;
  conflicts = (import ../../../../lib/ports.nix { inherit lib; }).conflicts cfg;
  openOf =
    protocol:
    map (entry: entry.port) (
      builtins.filter (entry: entry.open && builtins.elem protocol entry.protocols) (
        builtins.attrValues cfg
      )
    );
in
{
  options.homelab.ports = mkOption {
    default = { };
    description = "The ports of this host, by who listens on them.";
    type = types.attrsOf (
      types.submodule {
        options = {
          port = mkOption {
            type = types.port;
            description = "The number.";
          };
          protocols = mkOption {
            type = types.listOf (
              types.enum [
                "tcp"
                "udp"
              ]
            );
            default = [ "tcp" ];
            description = "The protocols.";
          };
          address = mkOption {
            type = types.str;
            default = "0.0.0.0";
            description = "The address that is listened on; 0.0.0.0 for all of them.";
          };
          open = mkOption {
            type = types.bool;
            default = false;
            description = "Whether the firewall lets others in.";
          };
        };
      }
    );
  };

  config = {
    assertions = map (message: {
      assertion = false;
      inherit message;
    }) conflicts;

    networking.firewall = {
      allowedTCPPorts = openOf "tcp";
      allowedUDPPorts = openOf "udp";
    };

    # Its stub listener is on port 53 of an address of its own, but a name server for the house listens on all of them.
    homelab.ports.systemd-resolved = lib.mkIf config.services.resolved.enable {
      port = 53;
      protocols = [
        "tcp"
        "udp"
      ];
      address = "127.0.0.53";
    };
  };
}
