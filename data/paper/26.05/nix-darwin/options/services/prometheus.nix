{
  config,
  lib,
  options,
  pkgs,
}:
{
  "exporters.node.package" = pkgs.prometheus-node-exporter;
}
