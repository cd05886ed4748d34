{
  config,
  lib,
  options,
  pkgs,
}:
{
  "settings.database.name" = "${config.services.etebase-server.dataDir}/db.sqlite3";
  "settings.global.media_root" = "${config.services.etebase-server.dataDir}/media";
  "settings.global.static_root" = "${config.services.etebase-server.dataDir}/static";
}
