{
  config,
  lib,
  options,
  pkgs,
}:
{
  "modules.<name>.module" = name: "${name}";
  "package" = pkgs.metricbeat;
}
