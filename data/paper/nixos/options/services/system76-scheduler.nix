{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.system76-scheduler;
  "settings.cfsProfiles.default.wakeup-granularity" = 1.0;
  "settings.cfsProfiles.responsive.wakeup-granularity" = 0.5;
}
