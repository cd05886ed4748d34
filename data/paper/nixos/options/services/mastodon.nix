{
  config,
  lib,
  options,
  pkgs,
}:
{
  "database.port" = if config.services.mastodon.database.createLocally
then null
else 5432;
  "package" = pkgs.mastodon;
  "redis.host" = if config.services.mastodon.redis.createLocally && !config.services.mastodon.redis.enableUnixSocket then "127.0.0.1" else null;
  "redis.port" = if config.services.mastodon.redis.createLocally && !config.services.mastodon.redis.enableUnixSocket then 31637 else null;
}
