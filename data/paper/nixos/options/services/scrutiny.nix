{
  config,
  lib,
  options,
  pkgs,
}:
{
  "collector.enable" = config.services.scrutiny.enable;
  "collector.package" = pkgs.scrutiny-collector;
  "collector.settings.api.endpoint" = "http://${config.services.scrutiny.settings.web.listen.host}:${config.services.scrutiny.settings.web.listen.port}";
  "package" = pkgs.scrutiny;
}
