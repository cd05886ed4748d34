{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.immich;
  "redis.host" = config.services.redis.servers.immich.unixSocket;
}
