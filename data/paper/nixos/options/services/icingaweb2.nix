{
  config,
  lib,
  options,
  pkgs,
}:
{
  "modules.monitoring.backends.<name>.name" = name: "${name}";
  "modules.monitoring.transports.<name>.name" = name: "${name}";
}
