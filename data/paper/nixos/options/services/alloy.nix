{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.grafana-alloy;
}
