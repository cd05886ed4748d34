{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.alertmanager-webhook-logger;
}
