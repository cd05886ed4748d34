{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.metricbeat;
}
