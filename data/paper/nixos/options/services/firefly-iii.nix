{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.firefly-iii;
  "settings.APP_URL" = ''
  http(s)://''${config.services.firefly-iii.virtualHost}
'';
}
