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
  "settings.server.HTTP_ADDR" = let cfg = config.services.forgejo; in
if lib.hasSuffix "+unix" cfg.settings.server.PROTOCOL then "/run/forgejo/forgejo.sock" else "0.0.0.0";
  "settings.server.ROOT_URL" = "http://${config.services.forgejo.settings.server.DOMAIN}:${toString config.services.forgejo.settings.server.HTTP_PORT}/";
  "settings.server.STATIC_ROOT_PATH" = config.services.forgejo.package.data;
}
