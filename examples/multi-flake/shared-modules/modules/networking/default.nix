# The network: NetworkManager, a firewall, and ports that are for the house alone.
{ config, lib, ... }:
let
  cfg = config.stations.networking;
in
{
  options.stations.networking = {
    enable = lib.mkEnableOption "the firewall, and NetworkManager";

    networkManager = lib.mkOption {
      type = lib.types.bool;
      default = true;
      description = "Whether NetworkManager is in charge; a server with one cable does without.";
    };

    lanInterfaces = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "enp3s0" ];
      description = "Interfaces on which the ports for the house are open; without any, they are open on all.";
    };

    lanPorts = lib.mkOption {
      type = lib.types.listOf lib.types.port;
      default = [ ];
      description = "TCP ports that are for the house, not for the world.";
    };
  };

  config = lib.mkIf cfg.enable {
    networking = {
      networkmanager.enable = cfg.networkManager;
      nftables.enable = true;
      firewall = {
        enable = true;
        allowedTCPPorts = lib.mkIf (cfg.lanInterfaces == [ ]) cfg.lanPorts;
        interfaces = lib.genAttrs cfg.lanInterfaces (_: {
          allowedTCPPorts = cfg.lanPorts;
        });
      };
    };

    # A laptop that is not plugged in would wait for its cable at every start.
    systemd.services.NetworkManager-wait-online.enable = lib.mkIf cfg.networkManager (
      lib.mkDefault false
    );
  };
}
