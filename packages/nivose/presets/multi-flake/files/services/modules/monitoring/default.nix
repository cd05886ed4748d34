# Monitoring: every station tells how it is, and one of them, the server, keeps count and raises alarms.
{ config, lib, ... }:
let
  cfg = config.@namespace@.services.monitoring;
  exporter = config.services.prometheus.exporters.node;
in
{
  options.@namespace@.services.monitoring = {
    enable = lib.mkEnableOption "the node exporter, which tells how the station is";

    server = {
      enable = lib.mkEnableOption "Prometheus, which asks the stations and raises alarms";

      targets = lib.mkOption {
        type = lib.types.listOf lib.types.str;
        default = [ ];
        example = [ "station.example.org" ];
        description = "Stations that are asked, by name or address.";
      };
    };
  };

  config = lib.mkIf cfg.enable (
    lib.mkMerge [
      {
        services.prometheus.exporters.node = {
          enable = true;
          enabledCollectors = [ "systemd" ];
        };

        @namespace@.networking.lanPorts = [ exporter.port ];
      }

      (lib.mkIf cfg.server.enable {
        services.prometheus = {
          enable = true;
          # Whoever wants to look comes by SSH: ssh -L 9090:localhost:9090 STATION.
          listenAddress = "127.0.0.1";
          retentionTime = "90d";
          scrapeConfigs = [
            {
              job_name = "stations";
              static_configs = [
                { targets = map (target: "${target}:${toString exporter.port}") cfg.server.targets; }
              ];
            }
          ];
          rules = [ (builtins.toJSON (import ./rules.nix)) ];
        };
      })
    ]
  );
}
