{
  config,
  lib,
  options,
  pkgs,
}:
{
  "alerts.package" = pkgs.consul-alerts;
  "package" = pkgs.consul;
}
