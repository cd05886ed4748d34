{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dataDir" = "/var/lib/postgresql/${config.services.postgresql.package.psqlSchema}";
}
