{
  config,
  lib,
  options,
  pkgs,
}:
{
  "postgresqlDataDir" = "/var/lib/postgresql/${config.services.patroni.postgresqlPackage.psqlSchema}";
}
