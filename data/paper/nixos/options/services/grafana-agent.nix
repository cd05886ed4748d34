{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.grafana-agent;
}
