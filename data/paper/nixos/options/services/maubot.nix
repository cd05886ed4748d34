{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraConfigFile" = "${config.services.maubot.dataDir}/config.yaml";
  "package" = pkgs.maubot;
  "settings.plugin_databases.sqlite" = "${config.services.maubot.dataDir}/plugins";
  "settings.plugin_directories.load" = [ "${config.services.maubot.dataDir}/plugins" ];
  "settings.plugin_directories.trash" = "${config.services.maubot.dataDir}/trash";
  "settings.plugin_directories.upload" = "${config.services.maubot.dataDir}/plugins";
  "settings.server.plugin_base_path" = "${config.services.maubot.settings.server.ui_base_path}/plugin/";
  "settings.server.public_url" = "http://${config.services.maubot.settings.server.hostname}:${toString config.services.maubot.settings.server.port}";
}
