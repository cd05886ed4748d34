{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.grafana;
}
