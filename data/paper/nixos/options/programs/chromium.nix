{
  config,
  lib,
  options,
  pkgs,
}:
{
  "plasmaBrowserIntegrationPackage" = pkgs.plasma5Packages.plasma-browser-integration;
}
