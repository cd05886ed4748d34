{
  config,
  lib,
  options,
  pkgs,
}:
{
  "customDir" = "${config.services.forgejo.stateDir}/custom";
  "database.path" = "${config.services.forgejo.stateDir}/data/forgejo.db";
  "database.port" = if config.services.forgejo.database.type != "postgresql"
then 3306
else 5432;
  "dump.backupDir" = "${config.services.forgejo.stateDir}/dump";
  "lfs.contentDir" = "${config.services.forgejo.stateDir}/data/lfs";
  "package" = pkgs.forgejo-lts;
  "repositoryRoot" = "${config.services.forgejo.stateDir}/repositories";
  "settings.log.ROOT_PATH" = "${config.services.forgejo.stateDir}/log";
  "settings.server.ROOT_URL" = "http://${config.services.forgejo.settings.server.DOMAIN}:${toString config.services.forgejo.settings.server.HTTP_PORT}/";
  "settings.server.STATIC_ROOT_PATH" = config.services.forgejo.package.data;
}
