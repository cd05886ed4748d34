{
  config,
  lib,
  options,
  pkgs,
}:
{
  "allowedPatterns.<name>.onFeatures" = name: [ ("${name}") ];
}
