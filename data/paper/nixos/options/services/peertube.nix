{
  config,
  lib,
  options,
  pkgs,
}:
{
  "database.host" = if config.services.peertube.database.createLocally
then "/run/postgresql"
else null;
  "package" = pkgs.peertube;
  "redis.enableUnixSocket" = config.services.peertube.redis.createLocally;
  "redis.host" = if config.services.peertube.redis.createLocally && !config.services.peertube.redis.enableUnixSocket
then "127.0.0.1"
else null;
}
