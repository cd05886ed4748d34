{
  config,
  lib,
  options,
  pkgs,
}:
{
  "provision.grafana.dashboard" = config.services.grafana.enable;
  "provision.grafana.datasource" = config.services.parsedmarc.provision.elasticsearch && config.services.grafana.enable;
  "provision.localMail.hostname" = config.networking.fqdn;
}
