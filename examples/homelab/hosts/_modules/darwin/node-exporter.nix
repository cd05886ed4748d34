# Figures of a Mac for Prometheus, the same as those of the Linux machines.
{ config, lib, ... }:
let
  cfg = config.homelab.nodeExporter;
in
{
  options.homelab.nodeExporter.enable = lib.mkEnableOption "the node exporter";

  config = lib.mkIf cfg.enable { services.prometheus.exporters.node.enable = true; };
}
