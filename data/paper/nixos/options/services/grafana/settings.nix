{
  config,
  lib,
  options,
  pkgs,
}:
{
  "analytics.check_for_plugin_updates" = let cfg = config.services.grafana; in
cfg.declarativePlugins == null;
  "database.path" = "${config.services.grafana.dataDir}/data/grafana.db";
}
