{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pretalx;
  "settings.redis.location" = "unix://${config.services.redis.servers.pretalx.unixSocket}?db=0";
}
