{
  config,
  lib,
  options,
  pkgs,
}:
{
  "database.args.database" = let inherit (config) services; in
{
  sqlite3 = "${services.matrix-synapse.dataDir}/homeserver.db";
  psycopg2 = "matrix-synapse";
}.${services.matrix-synapse.settings.database.name};
  "database.args.user" = let cfg = config.services.matrix-synapse; in
{
  sqlite3 = null;
  psycopg2 = "matrix-synapse";
}.${cfg.settings.database.name};
  "database.name" = let inherit (lib) versionAtLeast; in
if versionAtLeast config.system.stateVersion "18.03"
then "psycopg2"
else "sqlite3";
  "server_name" = config.networking.hostName;
}
