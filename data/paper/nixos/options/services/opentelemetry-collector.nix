{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opentelemetry-collector;
}
