{
  config,
  lib,
  options,
  pkgs,
}:
{
  "plugins" = [pkgs.monitoring-plugins pkgs.msmtp pkgs.mailutils];
  "validateConfig" = pkgs.stdenv.hostPlatform == pkgs.stdenv.buildPlatform;
}
