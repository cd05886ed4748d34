{
  config,
  lib,
  options,
  pkgs,
}:
{
  "settings.proxyType" = if (config.services.aesmd.settings.proxy != null) then "manual" else null;
}
