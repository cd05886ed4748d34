# secrets/services: what a service needs to know, one file for each.
{ config, lib, ... }:
let
  monitoring = key: {
    sopsFile = ../../secrets/services/monitoring.yaml;
    inherit key;
    owner = "grafana";
    restartUnits = [ "grafana.service" ];
  };
in
{
  config = lib.mkIf config.systems.services.monitoring.enable {
    sops.secrets = {
      "services/grafana-password" = monitoring "grafana-password";
      "services/grafana-key" = monitoring "grafana-key";
    };

    systems.services.monitoring = {
      passwordFile = config.sops.secrets."services/grafana-password".path;
      keyFile = config.sops.secrets."services/grafana-key".path;
    };
  };
}
