{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.datadog-agent;
  "processAgentPackage" = pkgs.datadog-process-agent;
}
