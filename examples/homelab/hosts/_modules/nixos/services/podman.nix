# Podman, and networks in which containers find each other by name.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (config.homelab) dns;
  cfg = config.homelab.services.podman;
in
{
  options.homelab.services.podman = {
    enable = lib.mkEnableOption "Podman";

    networks = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ "homelab" ];
      description = "Networks that are there before any container starts.";
    };
  };

  config = lib.mkIf cfg.enable {
    virtualisation = {
      podman = {
        enable = true;
        dockerCompat = true;
        autoPrune.enable = true;
        defaultNetwork.settings.dns_enabled = true;
      };
      oci-containers.backend = "podman";

      # The name server of Podman's networks listens on port 53 of their bridges. A name server for the house has that port on
      # all addresses, so Podman's moves; Podman redirects the containers to it.
      containers.containersConf.settings = lib.mkIf (dns.front != null) {
        network.dns_bind_port = 1053;
      };
    };

    # The bridges are numbered in the order in which they are made: podman0 is the default network.
    networking.firewall.interfaces = lib.mkIf (dns.front != null) (
      lib.genAttrs (lib.genList (number: "podman${toString number}") (1 + builtins.length cfg.networks))
        (_: {
          allowedTCPPorts = [ 1053 ];
          allowedUDPPorts = [ 1053 ];
        })
    );

    systemd.services.podman-networks = {
      description = "Networks of Podman";
      wantedBy = [ "multi-user.target" ];
      before = map (name: "podman-${name}.service") (
        builtins.attrNames config.virtualisation.oci-containers.containers
      );
      path = [ pkgs.podman ];
      script = lib.concatMapStringsSep "\n" (
        name: "podman network create --ignore ${lib.escapeShellArg name}"
      ) cfg.networks;
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
      };
    };

    homelab.ports.podman-dns = lib.mkIf (dns.front != null) {
      port = 1053;
      protocols = [
        "tcp"
        "udp"
      ];
    };
  };
}
