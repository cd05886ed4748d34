{
  config,
  lib,
  options,
  pkgs,
}:
{
  "tsdb.path" = "/var/lib/${config.services.prometheus.stateDir}/data";
}
