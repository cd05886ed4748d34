{ config, lib, ... }:
{
  options.my.domain = lib.mkOption { type = lib.types.str; };
  config.networking.hostName = "web.${config.my.domain}";
}
