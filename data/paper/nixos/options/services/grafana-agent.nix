{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.grafana-agent;
  "settings" = {
  metrics = {
    wal_directory = "\${STATE_DIRECTORY}";
    global.scrape_interval = "5s";
  };
  integrations = {
    agent.enabled = true;
    agent.scrape_integration = true;
    node_exporter.enabled = true;
  };
};
}
