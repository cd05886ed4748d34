{
  config,
  lib,
  options,
  pkgs,
}:
{
  "templateDir" = pkgs.grafana_reporter;
}
