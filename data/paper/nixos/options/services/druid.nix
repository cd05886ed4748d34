{
  config,
  lib,
  options,
  pkgs,
}:
{
  "broker.jdk" = pkgs.jdk17_headless;
  "coordinator.jdk" = pkgs.jdk17_headless;
  "historical.jdk" = pkgs.jdk17_headless;
  "historical.segmentLocations.*.freeSpacePercent" = name: 1.0;
  "middleManager.jdk" = pkgs.jdk17_headless;
  "overlord.jdk" = pkgs.jdk17_headless;
  "package" = pkgs.druid;
  "router.jdk" = pkgs.jdk17_headless;
}
