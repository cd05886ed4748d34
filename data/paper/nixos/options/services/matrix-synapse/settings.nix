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
  "listeners.*.bind_addresses" = let inherit (lib) path; in
if path != null then
  null
else
  [
    "::1"
    "127.0.0.1"
  ];
  "listeners.*.mode" = let inherit (lib) path; in
if path != null then
  "660"
else
  null;
  "server_name" = config.networking.hostName;
}
