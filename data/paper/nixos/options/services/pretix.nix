{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pretix;
  "settings.redis.location" = "unix://${config.services.redis.servers.pretix.unixSocket}?db=0";
  "settings.tools.pdftk" = lib.getExe pkgs.pdftk;
}
