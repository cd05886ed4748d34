{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.maubot;
  "settings.server.plugin_base_path" = "${config.services.maubot.settings.server.ui_base_path}/plugin/";
  "settings.server.public_url" = "http://${config.services.maubot.settings.server.hostname}:${toString config.services.maubot.settings.server.port}";
}
