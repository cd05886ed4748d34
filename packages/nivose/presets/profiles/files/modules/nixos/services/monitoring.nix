# Watches the other machines: Prometheus asks, Grafana shows, Alertmanager says when something is wrong.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@ns@.services.monitoring;
  inherit (config.@ns@.monitoring) targets;

  alert = expr: minutes: summary: {
    inherit expr;
    for = "${toString minutes}m";
    annotations.summary = summary;
  };

  alerts = {
    HostDown = alert ''up{job="node"} == 0'' 10 "{{ $labels.host }} does not answer";
    UnitFailed = alert ''node_systemd_unit_state{state="failed"} == 1'' 5 "{{ $labels.name }} failed on {{ $labels.host }}";
    DiskFull =
      alert ''node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs"} / node_filesystem_size_bytes < 0.1'' 30
        "{{ $labels.mountpoint }} of {{ $labels.host }} is nearly full";
    MemoryFull = alert "node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes < 0.05" 15 "{{ $labels.host }} has no memory left";
    BackupOld =
      alert ''time() - node_systemd_timer_last_trigger_seconds{name="restic-backups-@ns@.timer"} > 2 * 86400'' 60
        "{{ $labels.host }} has made no backup for two days";
  };
in
{
  options.@ns@.services.monitoring = {
    enable = lib.mkEnableOption "watching the fleet";
    passwordFile = lib.mkOption {
      type = lib.types.str;
      default = "/var/lib/grafana-secrets/password";
      description = "A file with the password of Grafana's `admin`. The default is made on the machine, at random.";
    };
    keyFile = lib.mkOption {
      type = lib.types.str;
      default = "/var/lib/grafana-secrets/key";
      description = "A file with the key by which Grafana encrypts what it stores. The default is made on the machine.";
    };
    alertWebhook = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      description = "Where alerts are sent to; without it they are only shown.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.prometheus = {
      enable = true;
      listenAddress = "127.0.0.1";
      retentionTime = "90d";
      scrapeConfigs = [
        {
          job_name = "node";
          static_configs = lib.mapAttrsToList (host: address: {
            targets = [ "${address}:9100" ];
            labels = { inherit host; };
          }) targets;
        }
      ];
      ruleFiles = [
        (pkgs.writeText "alerts.yml" (
          builtins.toJSON {
            groups = [
              {
                name = "machines";
                rules = lib.mapAttrsToList (name: rule: { alert = name; } // rule) alerts;
              }
            ];
          }
        ))
      ];
      alertmanagers = [ { static_configs = [ { targets = [ "127.0.0.1:9093" ]; } ]; } ];
      alertmanager = {
        enable = true;
        listenAddress = "127.0.0.1";
        configuration = {
          route = {
            receiver = "house";
            group_by = [ "host" ];
          };
          receivers = [
            (
              {
                name = "house";
              }
              // lib.optionalAttrs (cfg.alertWebhook != null) {
                webhook_configs = [ { url = cfg.alertWebhook; } ];
              }
            )
          ];
        };
      };
    };

    services.grafana = {
      enable = true;
      settings = {
        server.http_addr = "127.0.0.1";
        analytics.reporting_enabled = false;
        # Grafana reads the files itself: what they say is never in the store.
        security = {
          admin_password = "$__file{${cfg.passwordFile}}";
          secret_key = "$__file{${cfg.keyFile}}";
        };
      };
      provision = {
        enable = true;
        datasources.settings.datasources = [
          {
            name = "Prometheus";
            type = "prometheus";
            url = "http://127.0.0.1:${toString config.services.prometheus.port}";
            isDefault = true;
          }
        ];
      };
    };

    # For a fleet without encrypted secrets; it never replaces a file.
    systemd.services.grafana-secrets = {
      description = "Make the secrets of Grafana that nobody has given";
      requiredBy = [ "grafana.service" ];
      before = [ "grafana.service" ];
      path = [ pkgs.openssl ];
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        User = "grafana";
        StateDirectory = "grafana-secrets";
        StateDirectoryMode = "0700";
        UMask = "0077";
      };
      script = ''
        for file in password key; do
          [ -e "$STATE_DIRECTORY/$file" ] || openssl rand -hex 32 > "$STATE_DIRECTORY/$file"
        done
      '';
    };

    # Prometheus and Alertmanager ask nobody for a password, so they stay on the machine: Grafana shows what they know.
    @ns@.services.proxy.sites.grafana = config.services.grafana.settings.server.http_port;
  };
}
