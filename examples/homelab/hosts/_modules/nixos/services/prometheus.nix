# Prometheus: asks every host that has a node exporter, keeps what they say, and knows what is alarming.
{
  config,
  fleet,
  lib,
  pkgs,
  ...
}:
let
  inherit (config.homelab) services;
  cfg = services.prometheus;
  watched = lib.filterAttrs (_: host: builtins.elem "node-exporter" host.services) fleet.hosts;

  rule = alert: expr: summary: {
    inherit alert expr;
    for = "5m";
    annotations.summary = summary;
  };
  rules = {
    groups = [
      {
        name = "machines";
        rules = [
          (rule "HostDown" "up == 0" "{{ $labels.instance }} does not answer")
          (rule "UnitFailed" ''node_systemd_unit_state{state="failed"} == 1''
            "{{ $labels.name }} has failed on {{ $labels.instance }}"
          )
          (rule "DiskFull"
            ''node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs"} / node_filesystem_size_bytes < 0.1''
            "{{ $labels.mountpoint }} of {{ $labels.instance }} is nearly full"
          )
          (rule "MemoryFull" "node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes < 0.05"
            "{{ $labels.instance }} is out of memory"
          )
        ];
      }
    ];
  };

  local = name: port: {
    job_name = name;
    static_configs = [ { targets = [ "127.0.0.1:${toString port}" ]; } ];
  };
in
{
  options.homelab.services.prometheus = {
    enable = lib.mkEnableOption "Prometheus";

    port = lib.mkOption {
      type = lib.types.port;
      default = 9090;
      description = "The port of its page, on this host only: a proxy serves it.";
    };

    webhook = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      example = "https://ntfy.example.org/homelab";
      description = "Where alarms are sent, as Alertmanager's webhooks are. Without one they are only shown on the page.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.prometheus = {
      enable = true;
      listenAddress = "127.0.0.1";
      inherit (cfg) port;
      retentionTime = "90d";
      # JSON is YAML.
      ruleFiles = [ (pkgs.writeText "rules.yml" (builtins.toJSON rules)) ];
      scrapeConfigs = [
        {
          job_name = "node";
          static_configs = lib.mapAttrsToList (name: host: {
            targets = [ "${host.address}:${toString services.node-exporter.port}" ];
            labels.host = name;
          }) watched;
        }
      ]
      ++ lib.optional services.blocky.enable (local "blocky" services.blocky.metricsPort)
      ++ lib.optional services.haproxy.enable (local "haproxy" services.haproxy.statsPort);

      alertmanagers = lib.mkIf (cfg.webhook != null) [
        { static_configs = [ { targets = [ "127.0.0.1:9093" ]; } ]; }
      ];
      alertmanager = lib.mkIf (cfg.webhook != null) {
        enable = true;
        listenAddress = "127.0.0.1";
        port = 9093;
        # It would look for others of its kind on all addresses.
        extraFlags = [ "--cluster.listen-address=" ];
        configuration = {
          route.receiver = "house";
          receivers = [
            {
              name = "house";
              webhook_configs = [ { url = cfg.webhook; } ];
            }
          ];
        };
      };
    };

    homelab = {
      ports = {
        prometheus = {
          inherit (cfg) port;
          address = "127.0.0.1";
        };
        alertmanager = lib.mkIf (cfg.webhook != null) {
          port = 9093;
          address = "127.0.0.1";
        };
      };
      sites.prometheus.port = cfg.port;
    };
  };
}
