{
  config,
  lib,
  options,
  pkgs,
}:
{
  "database.host" = {
  PostgreSQL = "/run/postgresql";
  MySQL = "localhost";
}.${config.services.zammad.database.type};
  "package" = pkgs.zammad;
}
