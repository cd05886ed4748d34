{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enableSeparateMonitoringService" = config.services.uptime.enableWebService;
}
