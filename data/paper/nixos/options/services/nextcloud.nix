{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configureRedis" = config.services.nextcloud.notify_push.enable;
  "datadir" = config.services.nextcloud.home;
  "notify_push.dbhost" = config.services.nextcloud.config.dbhost;
  "notify_push.dbname" = config.services.nextcloud.config.dbname;
  "notify_push.dbpassFile" = config.services.nextcloud.config.dbpassFile;
  "notify_push.dbtableprefix" = config.services.nextcloud.config.dbtableprefix;
  "notify_push.dbtype" = config.services.nextcloud.config.dbtype;
  "notify_push.dbuser" = config.services.nextcloud.config.dbuser;
  "phpExtraExtensions" = all: [];
  "phpPackage" = pkgs.php;
}
