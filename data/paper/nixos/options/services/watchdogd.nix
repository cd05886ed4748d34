{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.watchdogd;
  "settings.filenr.critical" = 1.0;
  "settings.filenr.warning" = 0.9;
  "settings.loadavg.critical" = 2.0;
  "settings.loadavg.warning" = 1.0;
  "settings.meminfo.critical" = 0.95;
  "settings.meminfo.warning" = 0.9;
}
