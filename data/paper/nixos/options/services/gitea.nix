{
  config,
  lib,
  options,
  pkgs,
}:
{
  "customDir" = "${config.services.gitea.stateDir}/custom";
  "database.path" = "${config.services.gitea.stateDir}/data/gitea.db";
  "database.port" = if config.services.gitea.database.type != "postgresql"
then 3306
else 5432;
  "dump.backupDir" = "${config.services.gitea.stateDir}/dump";
  "lfs.contentDir" = "${config.services.gitea.stateDir}/data/lfs";
  "package" = pkgs.gitea;
  "repositoryRoot" = "${config.services.gitea.stateDir}/repositories";
  "settings.log.ROOT_PATH" = "${config.services.gitea.stateDir}/log";
  "settings.server.HTTP_ADDR" = let cfg = config.services.gitea; in
if lib.hasSuffix "+unix" cfg.settings.server.PROTOCOL then "/run/gitea/gitea.sock" else "0.0.0.0";
  "settings.server.ROOT_URL" = "http://${config.services.gitea.settings.server.DOMAIN}:${toString config.services.gitea.settings.server.HTTP_PORT}/";
  "settings.server.STATIC_ROOT_PATH" = config.services.gitea.package.data;
}
