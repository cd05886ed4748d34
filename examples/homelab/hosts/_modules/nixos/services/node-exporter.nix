# Node exporter: figures of this machine for Prometheus.
{ config, lib, ... }:
let
  cfg = config.homelab.services.node-exporter;
in
{
  options.homelab.services.node-exporter = {
    enable = lib.mkEnableOption "the node exporter";

    port = lib.mkOption {
      type = lib.types.port;
      default = 9100;
      description = "The port of its figures. services/prometheus.nix asks every host at the same one.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.prometheus.exporters.node = {
      enable = true;
      inherit (cfg) port;
      # The state of each unit: whether a service that matters has failed.
      enabledCollectors = [ "systemd" ];
    };

    homelab.ports.node-exporter = {
      inherit (cfg) port;
      open = true;
    };
  };
}
