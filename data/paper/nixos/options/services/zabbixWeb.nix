{
  config,
  lib,
  options,
  pkgs,
}:
{
  "database.port" = if config.services.zabbixWeb.database.type == "mysql" then config.services.mysql.port
else if config.services.zabbixWeb.database.type == "pgsql" then config.services.postgresql.settings.port
else 1521;
  "nginx.virtualHost.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
  "package" = pkgs.zabbix.web;
}
