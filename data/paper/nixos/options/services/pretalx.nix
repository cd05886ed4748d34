{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pretalx;
  "settings.celery.backend" = let inherit (lib) optionalString; in
optionalString config.services.pretalx.celery.enable "redis+socket://${config.services.redis.servers.pretalx.unixSocket}?virtual_host=1";
  "settings.celery.broker" = let inherit (lib) optionalString; in
optionalString config.services.pretalx.celery.enable "redis+socket://${config.services.redis.servers.pretalx.unixSocket}?virtual_host=2";
  "settings.redis.location" = "unix://${config.services.redis.servers.pretalx.unixSocket}?db=0";
}
