{
  config,
  lib,
  options,
  pkgs,
}:
{
  "database.port" = if config.services.zabbixServer.database.type == "mysql"
then config.services.mysql.port
else config.services.postgresql.settings.port;
  "package" = pkgs.zabbix.server-pgsql;
}
