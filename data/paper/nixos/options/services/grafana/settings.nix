{
  config,
  lib,
  options,
  pkgs,
}:
{
  "database.path" = "${config.services.grafana.dataDir}/data/grafana.db";
}
